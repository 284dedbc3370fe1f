package com.dainostore.tenancy.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The tokens that people of a store have. */
final class StaffTokens {
    private StaffTokens() {}

    /** Those that work, the newest first. */
    static List<KnownToken> of(Handle tx, UUID person) {
        return tx.createQuery("""
                        SELECT id, name, array_to_string(scopes, ' ') AS scopes, created_at, expires_at, used_at
                        FROM person_tokens WHERE person_id = :person AND revoked_at IS NULL AND expires_at > now()
                        ORDER BY created_at DESC, id LIMIT 200""")
                .bind("person", person)
                .map((row, context) -> known(row))
                .list();
    }

    /** Revokes one of this person's tokens; that of somebody else stays as it is. */
    static boolean revoke(Handle tx, UUID person, UUID token) {
        return 1 == tx.execute("""
                        UPDATE person_tokens SET revoked_at = now()
                        WHERE id = ? AND person_id = ? AND revoked_at IS NULL""", token, person);
    }

    /** Ends the console sessions and the tokens that came from signing in; tokens with a name go on. */
    static int endSignIns(Handle tx, UUID person) {
        SessionRows.OF_STAFF.endAll(tx, person);
        return endSignInTokens(tx, person);
    }

    /** As {@link #endSignIns}, but one session goes on. */
    static int endOtherSignIns(Handle tx, UUID person, UUID kept) {
        SessionRows.OF_STAFF.endOthers(tx, person, kept);
        return endSignInTokens(tx, person);
    }

    private static int endSignInTokens(Handle tx, UUID person) {
        return tx.execute(
                "UPDATE person_tokens SET revoked_at = now() WHERE person_id = ? AND name = '' AND revoked_at IS NULL",
                person);
    }

    /** Ends all console sessions and all tokens. */
    static int endAll(Handle tx, UUID person) {
        SessionRows.OF_STAFF.endAll(tx, person);
        return tx.execute(
                "UPDATE person_tokens SET revoked_at = now() WHERE person_id = ? AND revoked_at IS NULL", person);
    }

    static KnownToken known(ResultSet row) throws SQLException {
        return new KnownToken(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Set.of(row.getString("scopes").split(" ", -1)),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("used_at")).map(Timestamp::toInstant));
    }
}
