package com.dainostore.tenancy.identification;

import java.net.InetAddress;
import java.util.Optional;

/** A block of IPv4 or IPv6 addresses in CIDR notation (RFC 4632); a single address is a block of one. */
record AddressBlock(InetAddress network, int bits) {

    static Optional<AddressBlock> parse(String text) {
        int slash = text.indexOf('/');
        Optional<InetAddress> network = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
        return network.flatMap(address -> {
            int longest = address.getAddress().length * 8;
            int bits = slash < 0 ? longest : Integer.parseInt(text.substring(slash + 1));
            return bits <= longest ? Optional.of(new AddressBlock(address, bits)) : Optional.empty();
        });
    }

    boolean contains(InetAddress address) {
        byte[] ours = network.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if (((ours[bit / 8] ^ theirs[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
