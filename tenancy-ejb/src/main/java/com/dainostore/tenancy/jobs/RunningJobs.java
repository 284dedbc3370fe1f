package com.dainostore.tenancy.jobs;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What this node has claimed, and the threads that work on it. */
final class RunningJobs {
    private final Map<Job, Optional<Thread>> jobs = new HashMap<>();

    synchronized void claimed(Collection<Job> claimed) {
        claimed.forEach(job -> jobs.put(job, Optional.empty()));
    }

    synchronized void begins(Job job) {
        jobs.put(job, Optional.of(Thread.currentThread()));
    }

    /** Forgets the job; an interrupt that was meant for it does not reach what this thread does next. */
    synchronized void ended(Job job) {
        jobs.remove(job);
        Thread.interrupted();
        notifyAll();
    }

    /** Asks the thread to give the job up, as long as it works on that one. */
    synchronized void interrupt(Job job) {
        jobs.getOrDefault(job, Optional.empty()).ifPresent(Thread::interrupt);
    }

    synchronized int count() {
        return jobs.size();
    }

    synchronized int count(String kind) {
        return (int)
                jobs.keySet().stream().filter(job -> job.kind().equals(kind)).count();
    }

    synchronized List<Job> all() {
        return List.copyOf(jobs.keySet());
    }

    /** Waits until nothing runs, and returns what still does after the time. */
    synchronized List<Job> awaitNone(Duration time) throws InterruptedException {
        long deadline = System.nanoTime() + time.toNanos();
        for (long left = time.toMillis();
                !jobs.isEmpty() && left > 0;
                left = (deadline - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return all();
    }
}
