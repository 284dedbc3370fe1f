package com.dainostore.tenancy.audit;

import com.dainostore.tenancy.audit.EntryRows.Kept;
import com.dainostore.tenancy.audit.Finding.Kind;
import com.dainostore.tenancy.keys.Keys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Compares an audit log with its MACs and its seals. It finds entries that were changed, removed, inserted or moved, and
 * seals that were rewritten or removed. It cannot find that the newest entries were removed before they were sealed, nor
 * that the newest seals were removed together with what they cover.
 */
@ApplicationScoped
class AuditCheck {
    private static final int PAGE = 20;

    @Inject
    Seals seals;

    @Inject
    Keys keys;

    AuditReport check(Trail trail) {
        return new Run(trail).report();
    }

    private final class Run {
        private final Trail trail;
        private final List<Finding> findings = new ArrayList<>();
        private long entries;
        private long sealed;
        private long unsealed;

        Run(Trail trail) {
            this.trail = trail;
        }

        AuditReport report() {
            Seal last = checkSealed();
            checkUnsealed(last.toXact());
            return new AuditReport(Instant.now(), entries, sealed, unsealed, findings);
        }

        private Seal checkSealed() {
            Seal last = Seal.before(trail.owner().id());
            List<Seal> page = seals.after(last.owner(), 0, PAGE);
            while (!page.isEmpty()) {
                for (Seal seal : page) {
                    checkChain(last, seal);
                    checkEntries(seal);
                    last = seal;
                    sealed++;
                }
                page = seals.after(last.owner(), last.number(), PAGE);
            }
            return last;
        }

        private void checkChain(Seal last, Seal seal) {
            for (long missing = last.number() + 1; missing < seal.number() && room(); missing++) {
                find(Kind.SEAL_REMOVED, missing, "The seal with this number is gone.");
            }
            boolean follows = seal.number() > last.number() + 1
                    || (same(seal.previous(), last.mac()) && seal.fromXact() == last.toXact());
            if (!seal.isProved(keys) || !follows) {
                find(Kind.SEAL_CHANGED, seal.number(), "The seal was not made by the platform, or not at this place.");
            }
        }

        private void checkEntries(Seal seal) {
            List<Kept> found = trail.between(seal.fromXact(), seal.toXact());
            int before = findings.size();
            found.forEach(this::checkMac);
            compare(
                    seal.entries(),
                    found.stream().map(kept -> kept.entry().id()).toList());
            boolean explained = findings.size() > before || !room();
            if (!explained && !same(seal.root(), MerkleTree.root(found))) {
                find(Kind.SEAL_CHANGED, seal.number(), "The seal is not that of the entries that it covers.");
            }
        }

        private void checkMac(Kept kept) {
            entries++;
            if (!kept.entry().isProvedBy(kept.mac(), keys, trail.owner())) {
                find(Kind.ENTRY_CHANGED, kept.entry().id(), "The entry was changed, or was written for somebody else.");
            }
        }

        private void compare(List<UUID> expected, List<UUID> found) {
            if (expected.equals(found)) {
                return;
            }
            Set<UUID> there = new HashSet<>(found);
            Set<UUID> sealedIds = new HashSet<>(expected);
            expected.stream()
                    .filter(id -> !there.contains(id))
                    .forEach(id -> find(Kind.ENTRY_REMOVED, id, "The entry was sealed and is gone."));
            found.stream()
                    .filter(id -> !sealedIds.contains(id))
                    .forEach(id -> find(Kind.ENTRY_INSERTED, id, "The entry was put among others that were sealed."));
            List<UUID> left = expected.stream().filter(there::contains).toList();
            List<UUID> right = found.stream().filter(sealedIds::contains).toList();
            for (int i = 0; i < left.size(); i++) {
                if (!left.get(i).equals(right.get(i))) {
                    find(Kind.ENTRY_MOVED, right.get(i), "The entry is not at the place where it was sealed.");
                }
            }
        }

        /** Whole transactions at a time: the next page starts behind the last one. */
        private void checkUnsealed(long from) {
            long at = from;
            List<Kept> page = trail.next(at, EntryRows.BATCH);
            while (!page.isEmpty()) {
                long last = page.get(page.size() - 1).xact();
                List<Kept> whole = trail.between(at, last + 1);
                whole.forEach(this::checkMac);
                unsealed += whole.size();
                at = last + 1;
                page = trail.next(at, EntryRows.BATCH);
            }
        }

        private boolean room() {
            return findings.size() < AuditReport.MOST;
        }

        private void find(Kind kind, Object subject, String sentence) {
            if (room()) {
                findings.add(new Finding(kind, subject.toString(), sentence));
            }
        }
    }

    private static boolean same(byte[] left, byte[] right) {
        return MessageDigest.isEqual(left, right);
    }
}
