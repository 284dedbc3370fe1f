package com.dainostore.shop.demo;

import com.dainostore.tenancy.jobs.Jobs;
import com.dainostore.tenancy.platform.PlatformReady;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;

/** Leaves the work of making the demo stores when the platform starts for the first time. */
@ApplicationScoped
public class DemoStores {
    @Inject
    Jobs jobs;

    void make(@Observes PlatformReady ready) {
        if (ready.demo()) {
            jobs.enqueue(Optional.empty(), DemoStoresJob.KIND, "{}");
        }
    }
}
