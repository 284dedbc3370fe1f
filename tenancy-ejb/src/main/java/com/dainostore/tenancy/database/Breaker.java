package com.dainostore.tenancy.database;

import com.dainostore.tenancy.scope.StoreUnavailableException;
import java.sql.SQLException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Knows that a database server is down, so that nobody waits for it: a look after the first failure opens it, a look once a
 * second closes it again.
 */
final class Breaker implements AutoCloseable {
    private static final long SECONDS_BETWEEN_LOOKS = 1;
    private static final int RETRY_SECONDS = 5;
    private static final Logger LOG = Logger.getLogger(Breaker.class.getName());

    private final String server;
    private final BooleanSupplier reachable;
    private final ScheduledExecutorService scheduler;
    private final AtomicBoolean suspected = new AtomicBoolean();
    private volatile boolean open;
    private @Nullable ScheduledFuture<?> looking;

    Breaker(String server, BooleanSupplier reachable, ScheduledExecutorService scheduler) {
        this.server = server;
        this.reachable = reachable;
        this.scheduler = scheduler;
    }

    boolean isOpen() {
        return open;
    }

    /** Refuses at once while the server is known to be down. */
    void check() {
        if (open) {
            throw new StoreUnavailableException(
                    "This shop's database cannot be reached. Try again in a moment.", RETRY_SECONDS);
        }
    }

    /**
     * A connection failed or was lost, which may be its own fate or the server's: a look decides. So a busy server that
     * lets one login time out does not take all stores along.
     */
    void suspect(SQLException e) {
        if (PostgresRefusals.isUnreachable(e) && !open && suspected.compareAndSet(false, true)) {
            scheduler.execute(() -> {
                suspected.set(false);
                if (!reachable.getAsBoolean()) {
                    trip(e);
                }
            });
        }
    }

    private synchronized void trip(SQLException e) {
        if (!open) {
            LOG.log(Level.WARNING, "The database server {0} cannot be reached: {1}", new Object[] {
                server, e.getMessage()
            });
            open = true;
            looking = look();
        }
    }

    private @Nullable ScheduledFuture<?> look() {
        try {
            return scheduler.scheduleWithFixedDelay(
                    this::lookAgain, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException shuttingDown) {
            return null;
        }
    }

    private void lookAgain() {
        if (open && reachable.getAsBoolean()) {
            LOG.log(Level.INFO, "The database server {0} can be reached again", server);
            close();
        }
    }

    @Override
    public synchronized void close() {
        open = false;
        ScheduledFuture<?> task = looking;
        looking = null;
        if (task != null) {
            task.cancel(false);
        }
    }
}
