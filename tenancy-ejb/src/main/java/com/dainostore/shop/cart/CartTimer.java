package com.dainostore.shop.cart;

import com.dainostore.tenancy.jobs.Jobs;
import com.dainostore.tenancy.leases.Leases;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreState;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Has the carts of all stores swept once a night, by one node for all; the queue spreads the work. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CartTimer {
    /** Not given back: a node whose clock is a little late would sweep again. */
    private static final Duration NIGHT = Duration.ofHours(2);

    @Inject
    Leases leases;

    @Inject
    Directory directory;

    @Inject
    Jobs jobs;

    @Schedule(hour = "4", minute = "10", persistent = false)
    void sweep() {
        if (leases.acquire("carts-sweep", NIGHT).isPresent()) {
            directory.all().stream()
                    .filter(store -> store.state() == StoreState.ACTIVE)
                    .map(Store::id)
                    .forEach(store -> jobs.enqueue(Optional.of(store), SweepCartsJob.KIND, "{}"));
        }
    }
}
