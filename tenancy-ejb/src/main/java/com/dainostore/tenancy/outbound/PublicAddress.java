package com.dainostore.tenancy.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Tells addresses of the public internet from all others, by the special-purpose registries of IANA (RFC 6890 and its
 * updates). In IPv6 only what is allotted for global unicast (2000::/3) is public, without what carries an IPv4 address
 * inside: 6to4, Teredo, NAT64 and mapped addresses could all lead back to where nobody may go.
 */
final class PublicAddress {
    private static final List<Block> CLOSED_V4 = List.of(
            new Block("0.0.0.0", 8), // this network
            new Block("10.0.0.0", 8), // private
            new Block("100.64.0.0", 10), // shared by carriers' NAT
            new Block("127.0.0.0", 8), // this machine
            new Block("169.254.0.0", 16), // link-local, and the metadata of clouds
            new Block("172.16.0.0", 12), // private
            new Block("192.0.0.0", 24), // protocol assignments
            new Block("192.0.2.0", 24), // documentation
            new Block("192.88.99.0", 24), // 6to4 relays
            new Block("192.168.0.0", 16), // private
            new Block("198.18.0.0", 15), // benchmarks
            new Block("198.51.100.0", 24), // documentation
            new Block("203.0.113.0", 24), // documentation
            new Block("224.0.0.0", 4), // multicast
            new Block("240.0.0.0", 4)); // reserved, and broadcast

    private static final Block OPEN_V6 = new Block("2000::", 3);
    private static final List<Block> CLOSED_V6 = List.of(
            new Block("2001::", 23), // protocol assignments: Teredo, ORCHID, benchmarks
            new Block("2001:db8::", 32), // documentation
            new Block("2002::", 16), // 6to4
            new Block("3fff::", 20)); // documentation

    private PublicAddress() {}

    static boolean isPublic(InetAddress address) {
        return address instanceof Inet4Address
                ? CLOSED_V4.stream().noneMatch(block -> block.contains(address))
                : OPEN_V6.contains(address) && CLOSED_V6.stream().noneMatch(block -> block.contains(address));
    }

    /** @param bits how many of the first bits its addresses have in common */
    private record Block(byte[] network, int bits) {
        Block(String network, int bits) {
            this(bytes(network), bits);
        }

        boolean contains(InetAddress address) {
            byte[] other = address.getAddress();
            for (int bit = 0; bit < bits; bit++) {
                if (((network[bit / 8] ^ other[bit / 8]) & (0x80 >> (bit % 8))) != 0) {
                    return false;
                }
            }
            return true;
        }

        private static byte[] bytes(String literal) {
            try {
                return InetAddress.getByName(literal).getAddress();
            } catch (UnknownHostException e) {
                throw new IllegalStateException(literal, e);
            }
        }
    }
}
