package com.dainostore.tenancy.audit;

import com.dainostore.tenancy.audit.EntryRows.Kept;
import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.keys.Keys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The chains of seals in the registry, one for each store and one for the platform. Entries are sealed after they were
 * committed, in the order of their transactions and only up to the oldest transaction that still runs: what commits late
 * has a later place, so no seal ever has to be opened again.
 */
@ApplicationScoped
class Seals {
    private static final String SELECT = """
            SELECT owner, number, from_xact, to_xact, entries, root, previous,
                   CAST(extract(epoch FROM sealed_at) * 1000000 AS bigint) AS sealed_at, mac
              FROM audit_seals WHERE owner = :owner""";

    @Inject
    RegistryDatabase registry;

    @Inject
    Keys keys;

    /** Seals all that is settled and says whether all that was there is sealed. */
    boolean seal(Trail trail) {
        String owner = trail.owner().id();
        Seal last = last(owner);
        List<Kept> batch = complete(trail, last.toXact());
        while (!batch.isEmpty()) {
            append(last.next(batch, keys));
            last = last(owner);
            batch = complete(trail, last.toXact());
        }
        return trail.next(last.toXact(), 1).isEmpty();
    }

    /** The next batch: all entries of each of its transactions, or none of them. */
    private static List<Kept> complete(Trail trail, long from) {
        List<Kept> settled = trail.settled(from, EntryRows.BATCH + 1);
        if (settled.size() <= EntryRows.BATCH) {
            return settled;
        }
        long cut = settled.get(EntryRows.BATCH).xact();
        List<Kept> whole = settled.stream().filter(kept -> kept.xact() < cut).toList();
        return whole.isEmpty() ? trail.between(cut, cut + 1) : whole;
    }

    /** Of two who seal at the same moment one adds the seal; the other looks again. */
    private void append(Seal seal) {
        registry.jdbi().useHandle(tx -> tx.createUpdate("""
                        INSERT INTO audit_seals
                               (owner, number, from_xact, to_xact, entries, root, previous, sealed_at, mac)
                        VALUES (:owner, :number, :from, :to, :entries, :root, :previous,
                                timestamptz '1970-01-01 00:00:00+00' + :at * interval '1 microsecond', :mac)
                        ON CONFLICT (owner, number) DO NOTHING""")
                .bind("owner", seal.owner())
                .bind("number", seal.number())
                .bind("from", seal.fromXact())
                .bind("to", seal.toXact())
                .bindArray("entries", UUID.class, seal.entries())
                .bind("root", seal.root())
                .bind("previous", seal.previous())
                .bind("at", AuditCursor.micros(seal.sealedAt()))
                .bind("mac", seal.mac())
                .execute());
    }

    private Seal last(String owner) {
        return registry.jdbi().withHandle(tx -> tx.createQuery(SELECT + " ORDER BY number DESC LIMIT 1")
                .bind("owner", owner)
                .map((row, context) -> seal(row))
                .findFirst()
                .orElse(Seal.before(owner)));
    }

    /** The seals after this number, the oldest first. */
    List<Seal> after(String owner, long number, int limit) {
        return registry.jdbi().withHandle(tx -> after(tx, owner, number, limit));
    }

    private static List<Seal> after(Handle tx, String owner, long number, int limit) {
        return tx.createQuery(SELECT + " AND number > :number ORDER BY number LIMIT :limit")
                .bind("owner", owner)
                .bind("number", number)
                .bind("limit", limit)
                .map((row, context) -> seal(row))
                .list();
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                row.getString("owner"),
                row.getLong("number"),
                row.getLong("from_xact"),
                row.getLong("to_xact"),
                Arrays.asList((UUID[]) row.getArray("entries").getArray()),
                row.getBytes("root"),
                row.getBytes("previous"),
                Instant.EPOCH.plus(row.getLong("sealed_at"), ChronoUnit.MICROS),
                row.getBytes("mac"));
    }
}
