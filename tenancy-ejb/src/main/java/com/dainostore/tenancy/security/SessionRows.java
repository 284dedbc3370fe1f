package com.dainostore.tenancy.security;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The rows of the consoles' sessions, in the registry for operators and in each store's database for its staff. A session
 * belongs to the host it was made on, ends when it was not used for {@link #IDLE}, and in any case after {@link #LONGEST}.
 *
 * @param table with the columns of {@code operator_sessions}
 * @param owner the column that says whose session it is
 */
record SessionRows(String table, String owner) {
    static final SessionRows OF_OPERATORS = new SessionRows("operator_sessions", "operator_id");
    static final SessionRows OF_STAFF = new SessionRows("person_sessions", "person_id");

    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(12);

    /** The condition for {@code s} to be a session that works. */
    static final String ALIVE = " s.revoked_at IS NULL AND s.ends_at > now() AND s.seen_at > now() - interval '"
            + IDLE.toMinutes() + " minutes' ";

    private static final int USER_AGENT_LENGTH = 300;

    /** Begins a session and gives back the text for the cookie: a new one each time, known to nobody before. */
    SessionToken begin(Handle tx, UUID id, UUID account, String host, String address, String userAgent) {
        SessionToken token = SessionToken.random();
        tx.execute("DELETE FROM " + table + " WHERE ends_at < now() - interval '30 days'");
        tx.createUpdate("INSERT INTO " + table + " (id, hash, " + owner + ", host, address, user_agent, ends_at)"
                        + " VALUES (:id, :hash, :account, :host, :address, :agent, now() + :hours * interval '1 hour')")
                .bind("id", id)
                .bind("hash", token.hash())
                .bind("account", account)
                .bind("host", host)
                .bind("address", address)
                .bind("agent", shortened(userAgent))
                .bind("hours", LONGEST.toHours())
                .execute();
        return token;
    }

    /** Notes, once a minute, that a session is in use. */
    void seen(Handle tx, UUID session) {
        tx.execute(
                "UPDATE " + table + " SET seen_at = now() WHERE id = ? AND seen_at < now() - interval '1 minute'",
                session);
    }

    /** The places where an account is signed in now, the last used first. */
    List<SignedIn> of(Handle tx, UUID account) {
        return tx.createQuery("SELECT id, address, user_agent, created_at, seen_at, ends_at FROM " + table + " s WHERE "
                        + owner + " = :account AND" + ALIVE + "ORDER BY seen_at DESC, id LIMIT 100")
                .bind("account", account)
                .map((row, context) -> new SignedIn(
                        row.getObject("id", UUID.class),
                        row.getString("address"),
                        row.getString("user_agent"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("seen_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant()))
                .list();
    }

    /** Ends one session of this account; that of somebody else, or one that has ended, stays as it is. */
    boolean end(Handle tx, UUID account, UUID session) {
        return 1
                == tx.execute(
                        "UPDATE " + table + " SET revoked_at = now() WHERE id = ? AND " + owner
                                + " = ? AND revoked_at IS NULL",
                        session,
                        account);
    }

    /** Ends all sessions of an account but one. */
    int endOthers(Handle tx, UUID account, UUID kept) {
        return tx.execute(
                "UPDATE " + table + " SET revoked_at = now() WHERE " + owner
                        + " = ? AND id <> ? AND revoked_at IS NULL",
                account,
                kept);
    }

    int endAll(Handle tx, UUID account) {
        return tx.execute(
                "UPDATE " + table + " SET revoked_at = now() WHERE " + owner + " = ? AND revoked_at IS NULL", account);
    }

    private static String shortened(String userAgent) {
        String printable = userAgent.replaceAll("\\p{Cntrl}", " ").strip();
        return printable.length() <= USER_AGENT_LENGTH ? printable : printable.substring(0, USER_AGENT_LENGTH);
    }
}
