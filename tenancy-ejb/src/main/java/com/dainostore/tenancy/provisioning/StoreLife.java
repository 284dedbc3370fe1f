package com.dainostore.tenancy.provisioning;

import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.jobs.Jobs;
import com.dainostore.tenancy.persistence.OpenStores;
import com.dainostore.tenancy.registry.Stores;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreState;
import com.dainostore.tenancy.scope.ValidationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Suspends, resumes and deletes stores. */
@ApplicationScoped
public class StoreLife {
    static final String DELETE_JOB = "delete-store";

    @Inject
    RegistryDatabase registry;

    @Inject
    Stores stores;

    @Inject
    OpenStores openStores;

    @Inject
    Operations operations;

    @Inject
    Jobs jobs;

    /** Takes the store off the air; its data stays. Suspending a suspended store changes nothing. */
    public Store suspend(StoreId id) {
        move(id, EnumSet.of(StoreState.ACTIVE, StoreState.SUSPENDED), StoreState.SUSPENDED);
        openStores.close(id);
        return require(id);
    }

    public Store resume(StoreId id) {
        move(id, EnumSet.of(StoreState.SUSPENDED, StoreState.ACTIVE), StoreState.ACTIVE);
        return require(id);
    }

    /** Takes the store off the air at once and destroys its data as an operation. */
    public Operation delete(StoreId id, String requestedBy) {
        UUID operation = UUID.randomUUID();
        registry.jdbi().useTransaction(tx -> {
            Set<StoreState> deletable = EnumSet.of(StoreState.ACTIVE, StoreState.SUSPENDED, StoreState.MAINTENANCE);
            if (!stores.move(tx, id, deletable, StoreState.DELETING)) {
                throw refusal(id);
            }
            operations.add(tx, operation, Operation.Kind.DELETE, id, null, null, null, requestedBy);
            jobs.enqueue(tx, operation, Optional.empty(), DELETE_JOB, "{\"operation\":\"" + operation + "\"}");
        });
        stores.announce(id);
        openStores.close(id);
        jobs.wake();
        return operations.find(operation).orElseThrow();
    }

    private void move(StoreId id, Set<StoreState> from, StoreState to) {
        if (!stores.move(id, from, to)) {
            throw refusal(id);
        }
    }

    private RuntimeException refusal(StoreId id) {
        return stores.find(id)
                .<RuntimeException>map(store -> new ValidationException(
                        "state", "The store is " + store.state().code() + ": this cannot be done now."))
                .orElseGet(() -> new NotFoundException("There is no store with this id."));
    }

    private Store require(StoreId id) {
        return stores.find(id).orElseThrow(() -> new NotFoundException("There is no store with this id."));
    }
}
