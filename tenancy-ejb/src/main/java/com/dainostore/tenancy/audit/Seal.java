package com.dainostore.tenancy.audit;

import com.dainostore.tenancy.audit.EntryRows.Kept;
import com.dainostore.tenancy.keys.Keys;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The proof that exactly these entries were there, in this order, and that this followed the seal before. Made with the
 * platform's key, so that whoever can write to a store's database, or to the registry, cannot make one.
 *
 * @param owner the id of the store, or {@code platform}
 * @param number 1 for the first
 * @param fromXact the first transaction whose entries it covers: the one that the seal before ended at, or 0
 * @param toXact the first transaction whose entries it no longer covers
 * @param previous the MAC of the seal before; empty in the first
 */
record Seal(
        String owner,
        long number,
        long fromXact,
        long toXact,
        List<UUID> entries,
        byte[] root,
        byte[] previous,
        Instant sealedAt,
        byte[] mac) {
    private static final String PURPOSE = "audit-seal";
    private static final String FORMAT = "dainostore-audit-seal-1";
    private static final byte[] NOTHING = {};

    Seal {
        entries = List.copyOf(entries);
        root = root.clone();
        previous = previous.clone();
        mac = mac.clone();
    }

    /** What comes before the first seal. */
    static Seal before(String owner) {
        return new Seal(owner, 0, 0, 0, List.of(), NOTHING, NOTHING, Instant.EPOCH, NOTHING);
    }

    /** The seal that follows this one, over entries that are settled and complete. */
    Seal next(List<Kept> settled, Keys keys) {
        Seal next = new Seal(
                owner,
                number + 1,
                toXact,
                settled.get(settled.size() - 1).xact() + 1,
                settled.stream().map(kept -> kept.entry().id()).toList(),
                MerkleTree.root(settled),
                mac,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                NOTHING);
        return next.with(keys.mac(PlatformAudit.OWNER, PURPOSE, next.message()));
    }

    private Seal with(byte[] made) {
        return new Seal(owner, number, fromXact, toXact, entries, root, previous, sealedAt, made);
    }

    /** Whether it is as it was made, by whichever key the platform had then. */
    boolean isProved(Keys keys) {
        return keys.isMac(PlatformAudit.OWNER, PURPOSE, message(), mac);
    }

    private byte[] message() {
        HexFormat hex = HexFormat.of();
        return Entry.message(
                FORMAT,
                owner,
                String.valueOf(number),
                String.valueOf(fromXact),
                String.valueOf(toXact),
                entries.stream().map(UUID::toString).collect(Collectors.joining(",")),
                hex.formatHex(root),
                hex.formatHex(previous),
                String.valueOf(AuditCursor.micros(sealedAt)));
    }
}
