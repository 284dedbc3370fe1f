package com.dainostore.tenancy.security;

import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.audit.PlatformAudit;
import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.security.Person.Operator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The sessions of operators in the registry, so that every node knows them and an end is an end everywhere.
 */
@ApplicationScoped
public class OperatorSessions {
    @Inject
    RegistryDatabase registry;

    @Inject
    SignIns signIns;

    @Inject
    CurrentPerson person;

    @Inject
    PlatformAudit audit;

    /**
     * Signs in and gives back the text for the cookie.
     *
     * @param code of the second factor; empty where none was given
     * @param host the host that the session works on, and no other
     */
    public String open(String email, char[] password, String code, String host, String userAgent) {
        OperatorAccounts accounts = new OperatorAccounts(registry.jdbi(), audit);
        Account account = signIns.check(accounts, email, password, code);
        UUID id = UUID.randomUUID();
        return registry.jdbi()
                .inTransaction(tx -> {
                    accounts.note(tx, accounts.actor(account), "session.open", id, Changes.none());
                    return SessionRows.OF_OPERATORS.begin(tx, id, account.id(), host, person.address(), userAgent);
                })
                .text();
    }

    /** The living session that a cookie's text belongs to on this host; notes, once a minute, that it is in use. */
    public Optional<OperatorSession> find(String text, String host) {
        return SessionToken.parse(text).flatMap(token -> registry.jdbi().withHandle(tx -> find(tx, token, host)));
    }

    private static Optional<OperatorSession> find(Handle tx, SessionToken token, String host) {
        Optional<OperatorSession> found = tx.createQuery("""
                        SELECT s.id, o.id AS operator, o.email, o.must_change
                        FROM operator_sessions s JOIN operators o ON o.id = s.operator_id
                        WHERE s.hash = :hash AND s.host = :host AND o.deactivated_at IS NULL AND\
                        """ + SessionRows.ALIVE)
                .bind("hash", token.hash())
                .bind("host", host)
                .map((row, context) -> new OperatorSession(
                        row.getObject("id", UUID.class),
                        new Operator(row.getObject("operator", UUID.class), row.getString("email"), Scopes.OPERATOR),
                        row.getBoolean("must_change"),
                        token.formToken()))
                .findOne();
        found.ifPresent(session -> SessionRows.OF_OPERATORS.seen(tx, session.id()));
        return found;
    }

    /** The places where an operator is signed in now, the last used first. */
    public List<SignedIn> of(UUID operator) {
        return registry.jdbi().withHandle(tx -> SessionRows.OF_OPERATORS.of(tx, operator));
    }

    /** Ends one session of this operator; that of somebody else, or one that has ended, stays as it is. */
    public boolean end(UUID operator, UUID session) {
        return registry.jdbi().inTransaction(tx -> {
            boolean ended = SessionRows.OF_OPERATORS.end(tx, operator, session);
            if (ended) {
                audit.record(tx, Optional.empty(), "session.end", session.toString(), Changes.none());
            }
            return ended;
        });
    }
}
