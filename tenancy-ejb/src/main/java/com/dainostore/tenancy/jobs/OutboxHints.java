package com.dainostore.tenancy.jobs;

import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.leases.Node;
import com.dainostore.tenancy.scope.StoreId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.JdbiException;

/**
 * What makes sure that entries are moved although the server died between the commit and the move: before the commit a
 * job is left that will look at the store's outbox later. One covers all transactions of the next while, so that a busy
 * store writes one each {@link #COVER}; it is due only after a transaction that it covers must have ended.
 */
@ApplicationScoped
class OutboxHints {
    static final String KIND = "outbox";
    static final Duration COVER = Duration.ofMinutes(2);
    static final Duration DUE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Logger LOG = Logger.getLogger(OutboxHints.class.getName());

    @Inject
    RegistryDatabase registry;

    @Inject
    Node node;

    private final Map<StoreId, Long> covered = new ConcurrentHashMap<>();
    private final AtomicLong awayUntil = new AtomicLong(System.nanoTime());

    /**
     * Makes sure that the store's outbox is looked at after this transaction. While the registry is away the store goes
     * on selling without: its entries move when this node reaches the registry again or the store is next opened.
     */
    void leave(StoreId store) {
        long now = System.nanoTime();
        if (now - covered.getOrDefault(store, now) < 0 || now - awayUntil.get() < 0) {
            return;
        }
        try {
            insert(store);
            covered.put(store, now + COVER.toNanos());
        } catch (JdbiException e) {
            awayUntil.set(System.nanoTime() + PAUSE.toNanos());
            LOG.log(Level.WARNING, "The registry is away; work that stores leave waits in their outboxes", e);
        }
    }

    private void insert(StoreId store) {
        registry.jdbi().useHandle(handle -> handle.createUpdate("""
                INSERT INTO jobs (id, store_id, kind, payload, run_at)
                VALUES (:id, :store, :kind, jsonb_build_object('node', :node), now() + :seconds * interval '1 second')""")
                .bind("id", UUID.randomUUID())
                .bind("store", store.value())
                .bind("kind", KIND)
                .bind("node", node.id())
                .bind("seconds", DUE.toSeconds())
                .execute());
    }

    /** Makes due what earlier incarnations of this node have left. */
    void followEarlier() {
        registry.jdbi().useHandle(handle -> handle.createUpdate("""
                UPDATE jobs SET run_at = now()
                 WHERE kind = :kind AND state = 'ready' AND payload ->> 'node' = :node""")
                .bind("kind", KIND)
                .bind("node", node.id())
                .execute());
    }
}
