package com.dainostore.tenancy.review;

import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.audit.PlatformAudit;
import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.jobs.JobListing;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** What operators do about background work, with an entry of the audit log for each time. */
@ApplicationScoped
public class PlatformWork {
    @Inject
    CurrentPerson person;

    @Inject
    RegistryDatabase registry;

    @Inject
    JobListing jobs;

    @Inject
    PlatformAudit audit;

    /** Gives failed work all its tries again, from now on; says whether it had failed. */
    public boolean retry(UUID job) {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        return registry.jdbi().inTransaction(tx -> {
            boolean retried = jobs.retry(tx, job);
            if (retried) {
                audit.record(tx, Optional.empty(), "job.retry", job.toString(), Changes.none());
            }
            return retried;
        });
    }
}
