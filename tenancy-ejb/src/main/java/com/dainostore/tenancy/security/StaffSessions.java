package com.dainostore.tenancy.security;

import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.StoreId;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The sessions of a store's staff in its own database: the cookie of one store is nobody's in another, whatever host it
 * is sent to. They end as the operators' do.
 */
@ApplicationScoped
public class StaffSessions {
    @Inject
    CurrentStore current;

    @Inject
    CurrentPerson person;

    @Inject
    SignIns signIns;

    @Inject
    StaffAccounts staff;

    @EJB
    StoreRows rows;

    /**
     * Signs in at the current store and gives back the text for the cookie.
     *
     * @param code of the second factor; empty where none was given
     * @param host the host that the session works on, and no other
     */
    public String open(String email, char[] password, String code, String host, String userAgent) {
        StoreAccounts accounts = staff.accounts();
        Account account = signIns.check(accounts, email, password, code);
        UUID id = UUID.randomUUID();
        return rows.call(tx -> {
                    accounts.note(tx, accounts.actor(account), "session.open", id, Changes.none());
                    return SessionRows.OF_STAFF.begin(tx, id, account.id(), host, person.address(), userAgent);
                })
                .text();
    }

    /** The living session of the current store that a cookie's text belongs to on this host. */
    public Optional<StaffSession> find(String text, String host) {
        StoreId store = current.require().id();
        return SessionToken.parse(text).flatMap(token -> rows.call(tx -> find(tx, token, host, store)));
    }

    private static Optional<StaffSession> find(Handle tx, SessionToken token, String host, StoreId store) {
        Optional<StaffSession> found = tx.createQuery("SELECT s.id AS session," + StaffRow.COLUMNS + "FROM"
                        + StaffRow.TABLES + "JOIN person_sessions s ON s.person_id = p.id"
                        + " WHERE s.hash = :hash AND s.host = :host AND" + SessionRows.ALIVE + "AND" + StaffRow.ACTIVE)
                .bind("hash", token.hash())
                .bind("host", host)
                .map((row, context) -> new StaffSession(
                        row.getObject("session", UUID.class),
                        StaffRow.of(row).staff(store, Scopes.STAFF),
                        token.formToken()))
                .findOne();
        found.ifPresent(session -> SessionRows.OF_STAFF.seen(tx, session.id()));
        return found;
    }

    /** Where the person of this request is signed in at this store, the last used first. */
    public List<SignedIn> own() {
        UUID self = person.requireStaff().id();
        return rows.call(tx -> SessionRows.OF_STAFF.of(tx, self));
    }

    /** Ends one of one's own sessions; any other stays as it is. */
    public boolean end(UUID session) {
        UUID self = person.requireStaff().id();
        return rows.call(tx -> {
            boolean ended = SessionRows.OF_STAFF.end(tx, self, session);
            if (ended) {
                rows.note("session.end", session.toString(), Changes.none());
            }
            return ended;
        });
    }

    /** Ends all of one's own sessions but this one. */
    public void endOthers(UUID kept) {
        UUID self = person.requireStaff().id();
        rows.call(tx -> {
            int ended = SessionRows.OF_STAFF.endOthers(tx, self, kept);
            if (ended > 0) {
                rows.note("session.end-others", kept.toString(), Changes.none());
            }
            return ended;
        });
    }
}
