package com.dainostore.tenancy.jobs;

import java.time.Duration;

/**
 * What does the jobs of one kind; a CDI bean, found by its type. It runs without a transaction, in a request scope of
 * its own and inside the job's store. It may run again after it was done (the server died before saying so), so it is
 * written to find its own traces.
 */
public interface JobHandler {
    /** The kind it is enqueued by, such as {@code catalog.changed}. */
    String kind();

    /**
     * Does the work.
     *
     * @throws Exception to try again later; a {@link com.dainostore.tenancy.scope.StoreUnavailableException} does not
     *     count as a try, and a {@link TryAgainException} is nobody's fault here
     */
    void run(Job job) throws Exception;

    /** How many of this kind one node runs at once; 0 while it can run none, whose jobs then wait untouched. */
    default int atOnce() {
        return 2;
    }

    /** After so many failed tries the job is given up and kept as failed. */
    default int maxAttempts() {
        return 5;
    }

    /** How long the work rests after a failed try, counted from 1. */
    default Duration restAfter(int attempt) {
        return Retry.after(attempt);
    }
}
