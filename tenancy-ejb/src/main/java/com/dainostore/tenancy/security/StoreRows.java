package com.dainostore.tenancy.security;

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
