package com.dainostore.tenancy.jobs;

import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.persistence.StoreOpened;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Moves the entries of stores' outboxes into the queue: first the job is made, in a transaction of the registry, then the
 * entry is deleted, in one of the store. A death in between makes the same job again, which changes nothing.
 */
@ApplicationScoped
public class OutboxMover {
    private static final int BATCH = 100;
    private static final int AT_ONCE = 2;
    private static final Logger LOG = Logger.getLogger(OutboxMover.class.getName());

    @Inject
    RegistryDatabase registry;

    @Inject
    Jobs jobs;

    @Inject
    JobScope scope;

    @Inject
    OutboxEntries entries;

    @Inject
    WakeUp wakeUp;

    private final Set<StoreId> waiting = ConcurrentHashMap.newKeySet();
    private final Set<StoreId> moving = ConcurrentHashMap.newKeySet();
    private final Set<StoreId> failing = ConcurrentHashMap.newKeySet();

    /** Has the store's outbox looked at soon; never blocks. */
    public void expect(StoreId store) {
        waiting.add(store);
        wakeUp.now();
    }

    void look(@Observes StoreOpened opened) {
        expect(opened.store());
    }

    /** Starts to move what waits, few stores at once. */
    void moveWaiting(Executor executor) {
        for (StoreId store : List.copyOf(waiting)) {
            if (moving.size() < AT_ONCE && moving.add(store)) {
                waiting.remove(store);
                executor.execute(() -> moveWaiting(store));
            }
        }
    }

    /** What cannot be moved now waits for the next tick. */
    private void moveWaiting(StoreId store) {
        try {
            scope.within(store, () -> move(store));
            failing.remove(store);
        } catch (Exception e) {
            waiting.add(store);
            if (failing.add(store)) {
                Level level = e instanceof StoreUnavailableException ? Level.FINE : Level.WARNING;
                LOG.log(level, e, () -> "The outbox of " + store + " cannot be moved now, trying again");
            }
        } finally {
            moving.remove(store);
        }
        if (!failing.contains(store)) {
            wakeUp.now();
        }
    }

    /** Moves all entries of the store that is the current one, and returns how many. */
    int move(StoreId store) {
        int moved = 0;
        List<OutboxEntries.Entry> next = entries.next(BATCH);
        while (!next.isEmpty()) {
            enqueue(store, next);
            entries.delete(next);
            moved += next.size();
            next = entries.next(BATCH);
        }
        return moved;
    }

    private void enqueue(StoreId store, List<OutboxEntries.Entry> next) {
        registry.jdbi()
                .useTransaction(tx -> next.forEach(
                        entry -> jobs.enqueue(tx, entry.id(), Optional.of(store), entry.kind(), entry.payload())));
    }
}
