package com.dainostore.tenancy.jobs;

import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreState;
import com.dainostore.tenancy.scope.StoreUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;

/** Runs work that came without a request in a request scope of its own and, where it has one, inside its store. */
@ApplicationScoped
class JobScope {
    @Inject
    CurrentStore currentStore;

    @Inject
    Directory directory;

    @Inject
    CurrentJob current;

    @ActivateRequestContext
    public void run(Job job, JobHandler handler) throws Exception {
        current.enter(job);
        if (job.store().isEmpty()) {
            handler.run(job);
        } else {
            within(job.store().get(), () -> {
                handler.run(job);
                return job;
            });
        }
    }

    /** Runs the work inside the store, which must be active. */
    @ActivateRequestContext
    public <T> T within(StoreId id, Callable<T> work) throws Exception {
        Store store = directory
                .byId(id)
                .filter(found -> found.state() == StoreState.ACTIVE)
                .orElseThrow(() -> new StoreUnavailableException("The store is not active: its work waits.", 5));
        return currentStore.call(store, work);
    }
}
