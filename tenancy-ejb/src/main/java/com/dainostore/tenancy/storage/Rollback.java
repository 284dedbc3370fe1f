package com.dainostore.tenancy.storage;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Does what has to follow where the current transaction is rolled back. An unknown outcome is none: the sweep decides then. */
@ApplicationScoped
public class Rollback {

    private record Following(Runnable work) implements Synchronization {
        @Override
        public void beforeCompletion() {
            // Nothing has to be done before it is known how the transaction ends.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_ROLLEDBACK) {
                work.run();
            }
        }
    }

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    void follow(Runnable work) {
        transaction.registerInterposedSynchronization(new Following(work));
    }
}
