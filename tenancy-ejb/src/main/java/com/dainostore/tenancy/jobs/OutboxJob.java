package com.dainostore.tenancy.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Looks at a store's outbox some time after it was written to, see {@link OutboxHints}. */
@ApplicationScoped
class OutboxJob implements JobHandler {
    @Inject
    OutboxMover mover;

    @Override
    public String kind() {
        return OutboxHints.KIND;
    }

    @Override
    public void run(Job job) {
        mover.move(job.store().orElseThrow());
    }
}
