package com.dainostore.tenancy.security;

import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.audit.PlatformAudit;
import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.security.Person.Operator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The sessions of operators in the registry, so that every node knows them and an end is an end everywhere. A session
 * belongs to the host it was made on, ends when it was not used for {@link #IDLE}, and in any case after {@link #LONGEST}.
 */
@ApplicationScoped
public class OperatorSessions {
    public static final Duration IDLE = Duration.ofMinutes(30);
    public static final Duration LONGEST = Duration.ofHours(12);
    private static final int USER_AGENT_LENGTH = 300;

    private static final String ALIVE = " s.revoked_at IS NULL AND s.ends_at > now() AND s.seen_at > now() - interval '"
            + IDLE.toMinutes() + " minutes'";

    @Inject
    RegistryDatabase registry;

    @Inject
    SignIns signIns;

    @Inject
    CurrentPerson person;

    @Inject
    PlatformAudit audit;

    /**
     * Signs in and gives back the text for the cookie: a new one each time, known to nobody before.
     *
     * @param code of the second factor; empty where none was given
     * @param host the host that the session works on, and no other
     */
    public String open(String email, char[] password, String code, String host, String userAgent) {
        Account account = signIns.check(new OperatorAccounts(registry.jdbi(), audit), email, password, code);
        SessionToken token = SessionToken.random();
        UUID id = UUID.randomUUID();
        registry.jdbi().useTransaction(tx -> {
            tx.execute("DELETE FROM operator_sessions WHERE ends_at < now() - interval '30 days'");
            tx.createUpdate("""
                            INSERT INTO operator_sessions (id, hash, operator_id, host, address, user_agent, ends_at)
                            VALUES (:id, :hash, :operator, :host, :address, :agent, now() + :hours * interval '1 hour')""")
                    .bind("id", id)
                    .bind("hash", token.hash())
                    .bind("operator", account.id())
                    .bind("host", host)
                    .bind("address", person.address())
                    .bind("agent", shortened(userAgent))
                    .bind("hours", LONGEST.toHours())
                    .execute();
            audit.record(
                    tx,
                    OperatorAccounts.actor(account),
                    Optional.empty(),
                    "session.open",
                    id.toString(),
                    Changes.none());
        });
        return token.text();
    }

    /** The living session that a cookie's text belongs to on this host; notes, once a minute, that it is in use. */
    public Optional<OperatorSession> find(String text, String host) {
        return SessionToken.parse(text).flatMap(token -> registry.jdbi().withHandle(tx -> find(tx, token, host)));
    }

    /** The places where an operator is signed in now, the last used first. */
    public List<SignedIn> of(UUID operator) {
        return registry.jdbi().withHandle(tx -> tx.createQuery("""
                        SELECT id, address, user_agent, created_at, seen_at, ends_at FROM operator_sessions s
                        WHERE operator_id = :operator AND""" + ALIVE + " ORDER BY seen_at DESC, id LIMIT 100")
                .bind("operator", operator)
                .map((row, context) -> new SignedIn(
                        row.getObject("id", UUID.class),
                        row.getString("address"),
                        row.getString("user_agent"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("seen_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant()))
                .list());
    }

    /** Ends one session of this operator; that of somebody else, or one that has ended, stays as it is. */
    public boolean end(UUID operator, UUID session) {
        return registry.jdbi().inTransaction(tx -> {
            int ended = tx.createUpdate("""
                            UPDATE operator_sessions SET revoked_at = now()
                            WHERE id = :id AND operator_id = :operator AND revoked_at IS NULL""")
                    .bind("id", session)
                    .bind("operator", operator)
                    .execute();
            if (ended == 1) {
                audit.record(tx, Optional.empty(), "session.end", session.toString(), Changes.none());
            }
            return ended == 1;
        });
    }

    /** Ends all sessions of an operator but one. */
    static void endOthers(Handle tx, UUID operator, UUID kept) {
        tx.execute(
                "UPDATE operator_sessions SET revoked_at = now() WHERE operator_id = ? AND id <> ? AND revoked_at IS NULL",
                operator,
                kept);
    }

    static void endAll(Handle tx, UUID operator) {
        tx.execute(
                "UPDATE operator_sessions SET revoked_at = now() WHERE operator_id = ? AND revoked_at IS NULL",
                operator);
    }

    private static Optional<OperatorSession> find(Handle tx, SessionToken token, String host) {
        Optional<OperatorSession> found = tx.createQuery("""
                        SELECT s.id, o.id AS operator, o.email, o.must_change
                        FROM operator_sessions s JOIN operators o ON o.id = s.operator_id
                        WHERE s.hash = :hash AND s.host = :host AND o.deactivated_at IS NULL AND""" + ALIVE)
                .bind("hash", token.hash())
                .bind("host", host)
                .map((row, context) -> new OperatorSession(
                        row.getObject("id", UUID.class),
                        new Operator(row.getObject("operator", UUID.class), row.getString("email"), Scopes.OPERATOR),
                        row.getBoolean("must_change"),
                        token.formToken()))
                .findOne();
        found.ifPresent(session -> tx.execute(
                "UPDATE operator_sessions SET seen_at = now() WHERE id = ? AND seen_at < now() - interval '1 minute'",
                session.id()));
        return found;
    }

    private static String shortened(String userAgent) {
        String printable = userAgent.replaceAll("\\p{Cntrl}", " ").strip();
        return printable.length() <= USER_AGENT_LENGTH ? printable : printable.substring(0, USER_AGENT_LENGTH);
    }
}
