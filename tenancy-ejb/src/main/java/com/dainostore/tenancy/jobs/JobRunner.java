package com.dainostore.tenancy.jobs;

import com.dainostore.tenancy.leases.Node;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The clock of the background work on this node. Each second, and at once when work has been left here, it claims what
 * is due; every ten seconds it prolongs the claims. It does nothing before {@link #start} and claims nothing after
 * {@link #stop}.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobRunner {
    private static final int PROLONG_TICKS = 10;
    private static final int FORGET_TICKS = 3600;
    private static final Logger LOG = Logger.getLogger(JobRunner.class.getName());

    @Resource
    ManagedExecutorService executor;

    @Inject
    JobQueue queue;

    @Inject
    JobHandlers handlers;

    @Inject
    JobScope scope;

    @Inject
    OutboxMover outboxes;

    @Inject
    OutboxHints hints;

    @Inject
    Node node;

    @Inject
    WakeUp wakeUp;

    private final AtomicInteger rings = new AtomicInteger();
    private final AtomicBoolean reachable = new AtomicBoolean(true);
    private final AtomicInteger ticks = new AtomicInteger();
    private volatile @Nullable Dispatcher dispatcher;
    private volatile boolean claiming;

    /** Begins to claim: when the registry is migrated and this node is registered there. */
    public void start() {
        queue.takeBackEarlier();
        hints.followEarlier();
        dispatcher = new Dispatcher(queue, handlers, scope, executor, this::ring);
        claiming = true;
        wakeUp.tell(this::ring);
        ring();
    }

    /** Claims nothing more, waits so long for what runs and gives back the rest. */
    public void stop(Duration time) {
        claiming = false;
        wakeUp.tell(() -> {});
        Dispatcher current = dispatcher;
        if (current != null) {
            try {
                current.drain(time);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            dispatcher = null;
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void tick() {
        Dispatcher current = dispatcher;
        if (current != null) {
            int count = ticks.incrementAndGet();
            guarded(() -> {
                if (count % PROLONG_TICKS == 0) {
                    node.seen();
                    current.prolong();
                }
                if (count % FORGET_TICKS == 0) {
                    queue.forgetOld(handlers.byKind().keySet());
                }
            });
            ring();
        }
    }

    /** Has the queue looked at once, by one thread at a time; rings meanwhile are heard after. */
    private void ring() {
        if (claiming && rings.getAndIncrement() == 0) {
            executor.execute(this::answerRings);
        }
    }

    private void answerRings() {
        int heard;
        do {
            heard = rings.get();
            guarded(this::look);
        } while (rings.addAndGet(-heard) > 0);
    }

    private void look() {
        Dispatcher current = dispatcher;
        if (claiming && current != null) {
            outboxes.moveWaiting(executor);
            current.claim();
        }
    }

    /** A failure here has nobody to go to: it is logged once until it is over, and the next tick tries again. */
    private void guarded(Runnable work) {
        try {
            work.run();
            if (reachable.compareAndSet(false, true)) {
                LOG.info("The job queue can be reached again");
            }
        } catch (RuntimeException e) {
            if (reachable.compareAndSet(true, false)) {
                LOG.log(Level.WARNING, "The job queue cannot be reached, trying again each second", e);
            }
        }
    }
}
