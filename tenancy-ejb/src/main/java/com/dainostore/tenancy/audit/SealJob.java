package com.dainostore.tenancy.audit;

import com.dainostore.tenancy.jobs.Job;
import com.dainostore.tenancy.jobs.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Seals the entries of a store, or of the platform, some time after they were written, see {@link SealHints}. */
@ApplicationScoped
public class SealJob implements JobHandler {
    static final String KIND = "audit.seal";

    @Inject
    Seals seals;

    @Inject
    StoreTrail ofStore;

    @Inject
    PlatformTrail ofPlatform;

    @Inject
    SealHints hints;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Job job) {
        if (!seals.seal(job.store().isPresent() ? ofStore : ofPlatform)) {
            hints.again(job.store());
        }
    }
}
