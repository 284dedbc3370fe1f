package com.dainostore.tenancy.jobs;

import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.scope.StoreId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Where work for later is left. An id is taken once: leaving the same work again does nothing. */
@ApplicationScoped
public class Jobs {
    @Inject
    RegistryDatabase registry;

    @Inject
    WakeUp wakeUp;

    /** Leaves work in a transaction of its own and returns its id. */
    public UUID enqueue(Optional<StoreId> store, String kind, String payload) {
        UUID id = UUID.randomUUID();
        registry.jdbi().useTransaction(tx -> enqueue(tx, id, store, kind, payload));
        return id;
    }

    /**
     * Leaves work as part of a transaction on the registry: it exists when that commits.
     *
     * @param payload JSON
     */
    public void enqueue(Handle tx, UUID id, Optional<StoreId> store, String kind, String payload) {
        enqueue(tx, id, store, kind, payload, Duration.ZERO);
    }

    /** The same for work that is due later. */
    public void enqueue(Handle tx, UUID id, Optional<StoreId> store, String kind, String payload, Duration rest) {
        tx.createUpdate("""
                INSERT INTO jobs (id, store_id, kind, payload, run_at)
                VALUES (:id, :store, :kind, CAST(:payload AS jsonb), now() + :seconds * interval '1 second')
                ON CONFLICT (id) DO NOTHING""")
                .bind("seconds", rest.toSeconds())
                .bind("id", id)
                .bind("store", store.map(StoreId::value).orElse(null))
                .bind("kind", kind)
                .bind("payload", payload)
                .execute();
        tx.afterCommit(wakeUp::now);
    }

    /** Has the queue looked at now: for work that became due by another change than {@link #enqueue}. */
    public void wake() {
        wakeUp.now();
    }
}
