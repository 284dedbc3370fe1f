package com.dainostore.shop.catalog;

import com.dainostore.tenancy.registry.StoreChanged;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreUnavailableException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The versions of the stores' catalogs, read at most once a second for each store, and at once after a change on this node:
 * what is kept of a catalog holds as long as its version is the same, so it is stale for a second at most.
 */
@ApplicationScoped
public class CatalogVersions {
    /** How old a version may be. */
    static final Duration AGE = Duration.ofSeconds(1);

    private static final int MOST = 10_000;
    private static final long WAIT_SECONDS = 5;

    @Inject
    CurrentStore current;

    @Inject
    CatalogVersion row;

    LongSupplier clock = System::nanoTime;

    private final Cache<StoreId, Known> known =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    /** The version of the current store's catalog. */
    public UUID current() {
        return known.get(current.require().id(), id -> new Known()).version();
    }

    /** After the commit, and never before: a version that is read earlier is the old one. */
    void follow(@Observes(during = TransactionPhase.AFTER_SUCCESS) CatalogTouched change) {
        Known version = known.getIfPresent(change.store());
        if (version != null) {
            version.expire();
        }
    }

    void follow(@Observes StoreChanged change) {
        known.invalidate(change.store());
    }

    /**
     * What was read.
     *
     * @param changes how many were told before
     * @param at when it was asked for
     */
    private record Reading(UUID version, long changes, long at) {}

    /** The version of one catalog. One thread at a time reads it, so that a later answer is never an older one. */
    private final class Known {
        private final ReentrantLock lock = new ReentrantLock();
        private final AtomicLong changes = new AtomicLong();
        private volatile @Nullable Reading last;

        void expire() {
            changes.incrementAndGet();
        }

        UUID version() {
            Reading reading = last;
            return reading != null && holds(reading) ? reading.version() : readInTurn();
        }

        private boolean holds(Reading reading) {
            return reading.changes() == changes.get() && clock.getAsLong() - reading.at() < AGE.toNanos();
        }

        private UUID readInTurn() {
            try {
                if (!lock.tryLock(WAIT_SECONDS, TimeUnit.SECONDS)) {
                    throw busy();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw busy();
            }
            try {
                Reading reading = last;
                return reading != null && holds(reading) ? reading.version() : read();
            } finally {
                lock.unlock();
            }
        }

        private UUID read() {
            long told = changes.get();
            long now = clock.getAsLong();
            UUID version = row.read();
            last = new Reading(version, told, now);
            return version;
        }

        private StoreUnavailableException busy() {
            return new StoreUnavailableException("This shop is slow at the moment. Try again in a moment.", 2);
        }
    }
}
