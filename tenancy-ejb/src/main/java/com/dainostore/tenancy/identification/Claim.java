package com.dainostore.tenancy.identification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A domain that a store has claimed, and how far that has come.
 *
 * @param domain lower case, in ASCII form
 * @param state {@code pending}: not proved, names nobody; {@code verified}: proved, but not seen to lead here; {@code
 *     active}: proved, and leads here; {@code failing}: the proof is gone from DNS, and the days of grace run
 * @param token what the TXT record has to say
 * @param primary whether the store's other names lead here
 * @param failingSince empty unless the proof is gone
 */
public record Claim(String domain, String state, String token, boolean primary, Optional<Instant> failingSince) {
    /** The label in front of the domain under which its proof stands. */
    public static final String RECORD = "_dainostore.";

    static final String ACTIVE = "active";
    static final String SELECT = "SELECT domain, state, token, points_here, is_primary, failing_since FROM domains";
    private static final Set<String> HELD = Set.of("verified", ACTIVE, "failing");

    /** Whether the domain names the store, and nobody else can have it. */
    public boolean isHeld() {
        return HELD.contains(state);
    }

    static Claim of(ResultSet row) throws SQLException {
        Optional<Instant> failing =
                Optional.ofNullable(row.getTimestamp("failing_since")).map(Timestamp::toInstant);
        String kept = row.getString("state");
        String state = kept.equals(ACTIVE) && !row.getBoolean("points_here") ? "verified" : kept;
        return new Claim(
                row.getString("domain"),
                failing.isPresent() ? "failing" : state,
                row.getString("token"),
                row.getBoolean("is_primary"),
                failing);
    }
}
