package com.dainostore.tenancy.audit;

import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.scope.StoreId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * What makes sure that a store's new entries are sealed soon without asking all stores for them: before the commit a job
 * is left that will seal what is there by then. One covers all entries of the next minute, so that a busy store writes one
 * a minute and a quiet one none.
 */
@ApplicationScoped
class SealHints {
    static final Duration COVER = Duration.ofMinutes(1);
    static final Duration DUE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Logger LOG = Logger.getLogger(SealHints.class.getName());

    @Inject
    RegistryDatabase registry;

    private final Map<StoreId, Long> covered = new ConcurrentHashMap<>();
    private final AtomicLong platformCovered = new AtomicLong(System.nanoTime());
    private final AtomicLong awayUntil = new AtomicLong(System.nanoTime());

    /** While the registry is away the store goes on without: its next entry leaves the hint, and the seal covers all. */
    void leave(StoreId store) {
        long now = System.nanoTime();
        if (now - covered.getOrDefault(store, now) < 0 || now - awayUntil.get() < 0) {
            return;
        }
        try {
            registry.jdbi().useHandle(tx -> insert(tx, store.value(), DUE));
            covered.put(store, now + COVER.toNanos());
        } catch (JdbiException e) {
            awayUntil.set(System.nanoTime() + PAUSE.toNanos());
            LOG.log(Level.WARNING, "The registry is away; audit entries of stores are sealed later", e);
        }
    }

    /** As {@link #leave(StoreId)} for the platform's own entries, as part of their transaction. */
    void leave(Handle tx) {
        long now = System.nanoTime();
        if (now - platformCovered.get() >= 0) {
            insert(tx, null, DUE);
            tx.afterCommit(() -> platformCovered.set(now + COVER.toNanos()));
        }
    }

    /** Looks again where some entries could not be sealed yet. */
    void again(Optional<StoreId> store) {
        registry.jdbi().useHandle(tx -> insert(tx, store.map(StoreId::value).orElse(null), COVER));
    }

    private static void insert(Handle tx, @Nullable String store, Duration due) {
        tx.createUpdate("""
                        INSERT INTO jobs (id, store_id, kind, payload, run_at)
                        VALUES (:id, :store, :kind, '{}', now() + :seconds * interval '1 second')""")
                .bind("id", UUID.randomUUID())
                .bind("store", store)
                .bind("kind", SealJob.KIND)
                .bind("seconds", due.toSeconds())
                .execute();
    }
}
