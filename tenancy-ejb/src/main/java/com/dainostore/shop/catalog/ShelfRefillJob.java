package com.dainostore.shop.catalog;

import com.dainostore.tenancy.configuration.Setting;
import com.dainostore.tenancy.configuration.SettingsChanged;
import com.dainostore.tenancy.jobs.Job;
import com.dainostore.tenancy.jobs.JobHandler;
import com.dainostore.tenancy.jobs.Jobs;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Makes anew what products are found by, after the store's language has changed or the store came from an older version. */
@ApplicationScoped
public class ShelfRefillJob implements JobHandler {
    /** The changelog of stores leaves an outbox entry of this kind. */
    static final String KIND = "shelf.refill";

    @EJB
    Shelf shelf;

    @Inject
    Jobs jobs;

    @Override
    public String kind() {
        return KIND;
    }

    void follow(@Observes SettingsChanged change) {
        if (change.settings().contains(Setting.LOCALE)) {
            jobs.enqueue(Optional.of(change.store()), KIND, "{}");
        }
    }

    @Override
    public void run(Job job) {
        UUID last = new UUID(0, 0);
        while (last != null) {
            last = shelf.refill(last);
        }
    }
}
