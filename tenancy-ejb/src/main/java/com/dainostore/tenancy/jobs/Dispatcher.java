package com.dainostore.tenancy.jobs;

import com.dainostore.tenancy.scope.StoreUnavailableException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Claims jobs for this node, runs them on the executor's threads and says in the queue how they ended. Never more than
 * {@link #AT_ONCE} run here, so the executor needs no bound of its own.
 */
final class Dispatcher {
    /** How many jobs one node runs at once. */
    static final int AT_ONCE = 8;

    private static final int LONGEST_ERROR = 2000;
    private static final Logger LOG = Logger.getLogger(Dispatcher.class.getName());

    private final JobQueue queue;
    private final JobHandlers handlers;
    private final JobScope scope;
    private final Executor executor;
    private final Runnable whenFree;
    private final RunningJobs running = new RunningJobs();
    private String servedLast = "";

    /** @param whenFree called after each job: another may start */
    Dispatcher(JobQueue queue, JobHandlers handlers, JobScope scope, Executor executor, Runnable whenFree) {
        this.queue = queue;
        this.handlers = handlers;
        this.scope = scope;
        this.executor = executor;
        this.whenFree = whenFree;
    }

    /** Starts what is due and has room. */
    synchronized void claim() {
        Map<String, Integer> free = freeByKind();
        int atMost = AT_ONCE - running.count();
        if (atMost > 0 && !free.isEmpty()) {
            List<Job> claimed = queue.claim(free, atMost, servedLast);
            running.claimed(claimed);
            servedLast = lastInTurn(claimed);
            claimed.forEach(job -> executor.execute(() -> work(job)));
        }
    }

    private Map<String, Integer> freeByKind() {
        return handlers.byKind().values().stream()
                .filter(handler -> handler.atOnce() > running.count(handler.kind()))
                .collect(Collectors.toMap(
                        JobHandler::kind, handler -> handler.atOnce() - running.count(handler.kind())));
    }

    private String lastInTurn(Collection<Job> claimed) {
        List<String> stores = claimed.stream()
                .map(job -> job.store().map(Object::toString).orElse(""))
                .sorted()
                .toList();
        return stores.stream()
                .filter(store -> store.compareTo(servedLast) <= 0)
                .reduce((first, second) -> second)
                .or(() -> stores.stream().reduce((first, second) -> second))
                .orElse(servedLast);
    }

    private void work(Job job) {
        running.begins(job);
        try {
            run(job);
        } finally {
            running.ended(job);
            whenFree.run();
        }
    }

    private void run(Job job) {
        JobHandler handler = handlers.require(job);
        if (job.attempt() > handler.maxAttempts()) {
            told(job, queue.fail(job, "The server ended during this work " + handler.maxAttempts() + " times"));
            return;
        }
        try {
            scope.run(job, handler);
        } catch (StoreUnavailableException e) {
            told(job, queue.postpone(job, Duration.ofSeconds(Math.max(5, e.retryAfter()))));
            return;
        } catch (Throwable e) {
            failed(job, handler, e);
            return;
        }
        told(job, queue.done(job));
    }

    private void failed(Job job, JobHandler handler, Throwable e) {
        Thread.interrupted();
        boolean last = job.attempt() >= handler.maxAttempts();
        log(job, last, e);
        String error = shorten(String.valueOf(e instanceof TryAgainException ? e.getMessage() : e));
        told(job, last ? queue.fail(job, error) : queue.retry(job, handler.restAfter(job.attempt()), error));
    }

    private static void log(Job job, boolean last, Throwable e) {
        String end = last ? ", given up" : "";
        if (e instanceof TryAgainException) {
            LOG.warning(() -> "Not done yet: " + job + end + ": " + e.getMessage());
        } else {
            LOG.log(last ? Level.SEVERE : Level.WARNING, e, () -> "Job failed: " + job + end);
        }
    }

    private static String shorten(String error) {
        return error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
    }

    private static void told(Job job, boolean ours) {
        if (!ours) {
            LOG.warning(() -> "Another claim has taken over: " + job);
        }
    }

    /** Prolongs the claims of what runs here; work whose claim is lost is asked to stop. */
    void prolong() {
        List<Job> jobs = running.all();
        if (!jobs.isEmpty()) {
            queue.prolong(jobs).forEach(running::interrupt);
        }
    }

    /** Waits for what runs, then gives back what does not end in time. */
    void drain(Duration time) throws InterruptedException {
        for (Job job : running.awaitNone(time)) {
            LOG.warning(() -> "Given back at the end of the server: " + job);
            queue.postpone(job, Duration.ZERO);
            running.interrupt(job);
        }
    }
}
