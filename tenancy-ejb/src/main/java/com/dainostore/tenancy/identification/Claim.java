package com.dainostore.tenancy.identification;

import java.net.IDN;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * A domain that a store has claimed, and how far that has come.
 *
 * @param domain lower case, in ASCII form
 * @param state {@code pending}: not proved, names nobody; {@code verified}: proved, but not seen to lead here; {@code
 *     active}: proved, and leads here; {@code failing}: the proof is gone from DNS, and the days of grace run
 * @param token what the TXT record has to say
 * @param primary whether the store's other names lead here, while it is active
 * @param pointsHere whether one of its addresses was the platform's when somebody looked
 * @param behindProxy whether its owner says that a proxy or CDN answers for it, so that its addresses say nothing
 * @param failingSince empty unless the proof is gone
 * @param lastLook what DNS said when somebody looked the last time; empty where nobody has
 */
public record Claim(
        String domain,
        String state,
        String token,
        boolean primary,
        boolean pointsHere,
        boolean behindProxy,
        Optional<Instant> failingSince,
        Optional<Look> lastLook) {
    /** The label in front of the domain under which its proof stands. */
    public static final String RECORD = "_dainostore.";

    /** How many days a domain whose proof is gone names its store yet. */
    public static final int GRACE_DAYS = 7;

    static final String ACTIVE = "active";
    static final String COLUMNS = """
            domain, state, token, is_primary, points_here, behind_proxy, failing_since, looked_at, seen_texts,
            seen_addresses
            """;

    private static final Set<String> HELD = Set.of("verified", ACTIVE, "failing");

    /**
     * What DNS said at one moment; empty where no answer came.
     *
     * @param texts the TXT records at the name of the proof
     * @param addresses where the domain leads
     */
    public record Look(Instant at, Optional<List<String>> texts, Optional<List<String>> addresses) {}

    /** Whether the domain names the store, and nobody else can have it. */
    public boolean isHeld() {
        return HELD.contains(state);
    }

    /** Whether it is proved, leads here and may be the one that the store's other names lead to. */
    public boolean isActive() {
        return state.equals(ACTIVE);
    }

    /** The domain as people write it: international names with their own letters. */
    public String name() {
        return IDN.toUnicode(domain);
    }

    /** When it stops to name the store, if its proof does not come back. */
    public Optional<Instant> lostAt() {
        return failingSince.map(since -> since.plus(java.time.Duration.ofDays(GRACE_DAYS)));
    }

    /** The claim of a store to a domain. */
    static Optional<Claim> find(Handle tx, String store, String domain) {
        return tx.createQuery("SELECT " + COLUMNS + """
                         FROM domains WHERE store_id = :store AND domain = :domain AND state <> 'removed'""")
                .bind("store", store)
                .bind("domain", domain)
                .map((row, context) -> of(row))
                .findFirst();
    }

    static Claim of(ResultSet row) throws SQLException {
        Optional<Instant> failing = moment(row, "failing_since");
        boolean pointsHere = row.getBoolean("points_here");
        boolean behindProxy = row.getBoolean("behind_proxy");
        String kept = row.getString("state");
        String state = kept.equals(ACTIVE) && !pointsHere && !behindProxy ? "verified" : kept;
        Optional<List<String>> texts = texts(row, "seen_texts");
        Optional<List<String>> addresses = texts(row, "seen_addresses");
        return new Claim(
                row.getString("domain"),
                failing.isPresent() ? "failing" : state,
                row.getString("token"),
                row.getBoolean("is_primary"),
                pointsHere,
                behindProxy,
                failing,
                moment(row, "looked_at").map(at -> new Look(at, texts, addresses)));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private static Optional<List<String>> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? Optional.empty() : Optional.of(Arrays.asList((String[]) array.getArray()));
    }
}
