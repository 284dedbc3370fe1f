package com.dainostore.tenancy.jobs;

import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.StoreId;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.UUID;

/**
 * Where a boundary of a store leaves work that follows from its change. The entry commits or vanishes with the change
 * (it is a row of the store's own database) and becomes a job after the commit: at least once, under the entry's id.
 */
@ApplicationScoped
public class Outbox {

    /** Marks a transaction that has entries. */
    private enum Mark {
        HAS_ENTRIES
    }

    /** After the commit the entries move. An unknown outcome counts as one: looking is harmless. */
    private record MoveAfterCommit(OutboxMover mover, StoreId store) implements Synchronization {
        @Override
        public void beforeCompletion() {
            // Everything that has to be durable before the commit is already.
        }

        @Override
        public void afterCompletion(int status) {
            if (status != Status.STATUS_ROLLEDBACK) {
                mover.expect(store);
            }
        }
    }

    @Inject
    EntityManager entities;

    @Inject
    CurrentStore currentStore;

    @Inject
    OutboxHints hints;

    @Inject
    OutboxMover mover;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    /**
     * Adds an entry within the transaction of a store-scoped boundary.
     *
     * @param payload JSON
     */
    public void add(String kind, String payload) {
        addAll(kind, List.of(payload));
    }

    /** Adds several entries of one kind in one statement. */
    public void addAll(String kind, List<String> payloads) {
        if (payloads.isEmpty()) {
            return;
        }
        StoreId store = currentStore.require().id();
        entities.createNativeQuery("""
                        INSERT INTO outbox (id, kind, payload)
                        SELECT CAST(id AS uuid), CAST(? AS text), CAST(payload AS jsonb)
                        FROM unnest(CAST(? AS text[]), CAST(? AS text[])) AS entry (id, payload)
                        """)
                .setParameter(1, kind)
                .setParameter(
                        2,
                        payloads.stream()
                                .map(payload -> UUID.randomUUID().toString())
                                .toArray(String[]::new))
                .setParameter(3, payloads.toArray(String[]::new))
                .executeUpdate();
        if (transaction.getResource(Mark.HAS_ENTRIES) == null) {
            transaction.putResource(Mark.HAS_ENTRIES, store);
            hints.leave(store);
            transaction.registerInterposedSynchronization(new MoveAfterCommit(mover, store));
        }
    }
}
