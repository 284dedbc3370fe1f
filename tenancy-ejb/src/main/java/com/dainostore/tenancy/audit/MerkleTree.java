package com.dainostore.tenancy.audit;

import com.dainostore.tenancy.audit.EntryRows.Kept;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** The hash of a list of entries (RFC 6962, 2.1, SHA-256): a leaf is the id of an entry and its MAC. */
final class MerkleTree {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final int ID_BYTES = 16;

    private MerkleTree() {}

    static byte[] root(List<Kept> entries) {
        return entries.size() == 1 ? leaf(entries.get(0)) : split(entries, Integer.highestOneBit(entries.size() - 1));
    }

    private static byte[] split(List<Kept> entries, int left) {
        return sha256(NODE, root(entries.subList(0, left)), root(entries.subList(left, entries.size())));
    }

    private static byte[] leaf(Kept kept) {
        byte[] id = ByteBuffer.allocate(ID_BYTES)
                .putLong(kept.entry().id().getMostSignificantBits())
                .putLong(kept.entry().id().getLeastSignificantBits())
                .array();
        return sha256(LEAF, id, kept.mac());
    }

    private static byte[] sha256(byte first, byte[] left, byte[] right) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(first);
            digest.update(left);
            return digest.digest(right);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
