package com.dainostore.tenancy.security;

import com.dainostore.tenancy.audit.Actor;
import com.dainostore.tenancy.audit.Audit;
import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.scope.Unguarded;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;

/**
 * The current store's database for what knows people by SQL. A call is a transaction of its own, or joins that of the boundary
 * which calls it.
 */
@Stateless
@StoreScoped
@Unguarded(
        "Finds out who somebody is, before which there is nobody to ask; boundaries have asked before they come here.")
public class StoreRows {
    @Inject
    EntityManager store;

    @Inject
    Audit audit;

    /** Writes an entry of the audit log in the same transaction; whoever is signed in did it. */
    public void note(String action, Object resourceId, Changes changes) {
        audit.record(action, resourceId.toString(), changes);
    }

    /** As the other for somebody who is only about to sign in. */
    public void note(Actor who, String action, Object resourceId, Changes changes) {
        audit.record(who, action, resourceId.toString(), changes);
    }

    /** Work is only what this package makes, so nobody else brings SQL of theirs. */
    public <T> T call(InTransaction<T> work) {
        Jdbi jdbi = Jdbi.create(store.unwrap(Connection.class));
        // The transaction is the container's: it ends it.
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        try (Handle tx = jdbi.open()) {
            return work.call(tx);
        }
    }
}
