package com.dainostore.tenancy.audit;

import com.dainostore.tenancy.scope.StoreId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How entries lie in {@code audit_entries}, in the stores' databases and in the registry alike. */
final class EntryRows {
    /** How many entries a batch takes, unless one transaction alone wrote more. */
    static final int BATCH = 1_000;

    /** The columns of a {@link Kept}, in its order. */
    static final String COLUMNS = " CAST(id AS text), store_id, CAST(extract(epoch FROM at) * 1000000 AS bigint),"
            + " actor_kind, actor_id, actor_label, action, resource_id, CAST(changes AS text), request_id, address,"
            + " mac, xact ";

    static final int WIDTH = 13;

    private static final int VALUES = 11;
    private static final Pattern PARAMETER = Pattern.compile("\\?(\\d+)");

    /** Parameters 1 to 11, of {@link #values}. */
    static final String INSERT = insert(1);

    /** For so many entries in one statement: 11 parameters for each, one after the other. */
    static String insert(int entries) {
        return """
                INSERT INTO audit_entries (id, at, actor_kind, actor_id, actor_label, action, resource_id, changes,
                                           request_id, address, mac)
                VALUES\s""" + IntStream.range(0, entries).mapToObj(i -> row(i * VALUES)).collect(Collectors.joining(",\n"));
    }

    private static String row(int before) {
        String row = "(CAST(?1 AS uuid), timestamptz '1970-01-01 00:00:00+00' + ?2 * interval '1 microsecond',"
                + " ?3, ?4, ?5, ?6, ?7, CAST(?8 AS jsonb), ?9, ?10, ?11)";
        return before == 0
                ? row
                : PARAMETER.matcher(row).replaceAll(number -> "?" + (Integer.parseInt(number.group(1)) + before));
    }

    private static final String FROM = "SELECT" + COLUMNS + "FROM audit_entries WHERE xact >= ?1 ";

    private static final String IN_ORDER = " ORDER BY xact, seq";

    /** Every transaction below the snapshot's lowest has ended, and what it committed is seen. */
    static final String SETTLED = FROM
            + "AND xact < CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS bigint)"
            + IN_ORDER + " LIMIT ?2";

    static final String BETWEEN = FROM + "AND xact < ?2" + IN_ORDER;

    static final String NEXT = FROM + IN_ORDER + " LIMIT ?2";

    /** An entry as it was found, with what nobody but its key can make. */
    record Kept(Entry entry, byte[] mac, long xact) {
        Kept {
            mac = mac.clone();
        }
    }

    private EntryRows() {}

    static Object[] values(Entry entry, byte[] mac) {
        return new Object[] {
            entry.id().toString(),
            entry.micros(),
            entry.actor().kind().code(),
            entry.actor().id(),
            entry.actor().label(),
            entry.action(),
            entry.resourceId(),
            entry.changes().toString(),
            entry.requestId(),
            entry.address(),
            mac
        };
    }

    static Kept kept(Object[] row) {
        Entry entry = new Entry(
                UUID.fromString((String) row[0]),
                Optional.ofNullable((String) row[1]).map(StoreId::new),
                Instant.EPOCH.plus((Long) row[2], ChronoUnit.MICROS),
                new Actor(Actor.Kind.ofCode((String) row[3]), (String) row[4], (String) row[5]),
                (String) row[6],
                (String) row[7],
                Changes.parse((String) row[8]),
                (String) row[9],
                (String) row[10]);
        return new Kept(entry, (byte[]) row[11], (Long) row[12]);
    }
}
