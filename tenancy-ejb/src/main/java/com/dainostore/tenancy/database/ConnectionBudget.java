package com.dainostore.tenancy.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The connections that all pools of this node together may hold to one server. A pool that needs one more when all are
 * taken gets it from the pool with the most idle ones.
 */
final class ConnectionBudget {
    private static final long MILLIS_BETWEEN_FLUSHES = 500;

    private final int limit;
    private final Semaphore free;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Set<AgroalDataSource> pools = ConcurrentHashMap.newKeySet();

    ConnectionBudget(int limit) {
        this.limit = limit;
        this.free = new Semaphore(limit, true);
    }

    int limit() {
        return limit;
    }

    int inUse() {
        return limit - free.availablePermits();
    }

    void join(AgroalDataSource pool) {
        pools.add(pool);
    }

    void leave(AgroalDataSource pool) {
        pools.remove(pool);
    }

    /** Takes one connection's worth, waiting in turn as long as a pool waits for a connection. */
    void acquire() {
        try {
            if (!free.tryAcquire(0, TimeUnit.SECONDS) && !acquireFromOthers()) {
                throw ConnectionsExhaustedException.ofNode(limit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ConnectionsExhaustedException.ofNode(limit);
        }
    }

    void release() {
        free.release();
    }

    /** A connection lies idle again: somebody may wait for its worth. */
    void idleAgain() {
        if (waiting.get() > 0) {
            flushMostIdle();
        }
    }

    /** Counts as waiting before it looks for idle connections, so that none becomes idle unseen. */
    private boolean acquireFromOthers() throws InterruptedException {
        long deadline = System.nanoTime() + Pools.ACQUISITION.toNanos();
        waiting.incrementAndGet();
        try {
            while (System.nanoTime() < deadline) {
                flushMostIdle();
                if (free.tryAcquire(MILLIS_BETWEEN_FLUSHES, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
            return false;
        } finally {
            waiting.decrementAndGet();
        }
    }

    private void flushMostIdle() {
        pools.stream()
                .filter(pool -> pool.getMetrics().availableCount() > 0)
                .max(Comparator.comparing(pool -> pool.getMetrics().availableCount()))
                .ifPresent(pool -> pool.flush(FlushMode.IDLE));
    }
}
