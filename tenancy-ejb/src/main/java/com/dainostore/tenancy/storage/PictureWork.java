package com.dainostore.tenancy.storage;

import com.dainostore.tenancy.scope.StoreId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Whose turn it is to decode a picture. That takes much memory and a processor: at most half of the processors of a node do it,
 * and each store has one turn at a time, so that no store keeps the others waiting with all of its pictures.
 */
@ApplicationScoped
public class PictureWork {
    private static final int MOST = 4;

    private final Semaphore node =
            new Semaphore(Math.max(1, Math.min(MOST, Runtime.getRuntime().availableProcessors() / 2)), true);

    /** A store's turn lives as long as somebody has it or waits for it. */
    private final Cache<StoreId, Semaphore> stores =
            Caffeine.newBuilder().weakValues().executor(Runnable::run).build();

    /** What is done in a turn. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** Does the work when it is its turn; refuses where that takes longer than the patience lasts. */
    <T> T inTurn(StoreId store, Duration patience, Work<T> work) throws IOException {
        Semaphore own = stores.get(store, id -> new Semaphore(1, true));
        long until = System.nanoTime() + patience.toNanos();
        acquire(own, until);
        try {
            acquire(node, until);
            try {
                return work.run();
            } finally {
                node.release();
            }
        } finally {
            own.release();
        }
    }

    private static void acquire(Semaphore turn, long until) {
        try {
            if (!turn.tryAcquire(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                throw new StorageBusyException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageBusyException();
        }
    }
}
