package com.dainostore.tenancy.provisioning;

import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.audit.PlatformAudit;
import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.jobs.Jobs;
import com.dainostore.tenancy.keys.KeyOwner;
import com.dainostore.tenancy.keys.Keys;
import com.dainostore.tenancy.persistence.OpenStores;
import com.dainostore.tenancy.registry.Stores;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreState;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.scope.ValidationException.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Describes, suspends, resumes and deletes stores, and changes what they log in with. */
@ApplicationScoped
public class StoreLife {
    static final String DELETE_JOB = "delete-store";
    static final String ROTATION_JOB = "rotate-credentials";
    private static final Set<StoreState> ROTATABLE = EnumSet.of(StoreState.ACTIVE, StoreState.SUSPENDED);

    @Inject
    RegistryDatabase registry;

    @Inject
    Stores stores;

    @Inject
    OpenStores openStores;

    @Inject
    Operations operations;

    @Inject
    Deletions deletions;

    @Inject
    Jobs jobs;

    @Inject
    PlatformAudit audit;

    @Inject
    Keys keys;

    /** Takes the store off the air; its data stays. Suspending a suspended store changes nothing. */
    public Store suspend(StoreId id) {
        move(id, EnumSet.of(StoreState.ACTIVE, StoreState.SUSPENDED), StoreState.SUSPENDED, "store.suspend");
        openStores.close(id);
        return require(id);
    }

    public Store resume(StoreId id) {
        move(id, EnumSet.of(StoreState.SUSPENDED, StoreState.ACTIVE), StoreState.ACTIVE, "store.resume");
        return require(id);
    }

    /**
     * Gives the store another name or plan. What it is called in its shop is a setting of its own.
     *
     * @throws ValidationException where neither a store may be called so, nor a plan
     */
    public Store describe(StoreId id, String name, String plan) {
        List<FieldError> errors = WishRules.checkDescription(name, plan);
        if (!errors.isEmpty()) {
            throw new ValidationException(errors);
        }
        registry.jdbi().useTransaction(tx -> {
            Store before = stores.describe(tx, id, name, plan).orElseThrow(() -> refusal(id));
            Changes changes = Changes.none().set("name", before.name(), name).set("plan", before.plan(), plan);
            audit.record(tx, Optional.of(id), "store.describe", id.value(), changes);
        });
        stores.announce(id);
        return require(id);
    }

    /** Takes the store off the air at once and destroys its data as an operation, now. */
    public Operation delete(StoreId id, String requestedBy) {
        return delete(id, requestedBy, Duration.ZERO);
    }

    /**
     * Takes the store off the air at once and destroys its data once the grace is over; until then it can be restored. A
     * store that waits for that already can be deleted now.
     */
    public Operation delete(StoreId id, String requestedBy, Duration grace) {
        if (grace.isZero() && hurry(id)) {
            jobs.wake();
            return operations.find(deletions.find(id).orElseThrow().operation()).orElseThrow();
        }
        UUID operation = UUID.randomUUID();
        registry.jdbi().useTransaction(tx -> {
            Set<StoreState> deletable = EnumSet.of(StoreState.ACTIVE, StoreState.SUSPENDED, StoreState.MAINTENANCE);
            if (!stores.move(tx, id, deletable, StoreState.DELETING)) {
                throw refusal(id);
            }
            deletions.ask(tx, id, operation, requestedBy, grace);
            enqueue(tx, operation, Operation.Kind.DELETE, DELETE_JOB, id, requestedBy, grace);
            record(tx, id, "store.delete");
        });
        stores.announce(id);
        openStores.close(id);
        jobs.wake();
        return operations.find(operation).orElseThrow();
    }

    private boolean hurry(StoreId id) {
        return registry.jdbi().inTransaction(tx -> {
            boolean hurried = deletions.hurry(tx, id);
            if (hurried) {
                record(tx, id, "store.delete-now");
            }
            return hurried;
        });
    }

    /** Takes a deletion back that is not due yet. The store comes back suspended, with all that it had. */
    public Store restore(StoreId id, String requestedBy) {
        registry.jdbi().useTransaction(tx -> {
            Deletion deletion = deletions.find(tx, id).orElseThrow(() -> refusal(id));
            if (!deletions.withdraw(tx, id)) {
                throw new ValidationException(
                        "state", "Its data is going already: this cannot be taken back any more.");
            }
            Operation operation = operations.find(deletion.operation()).orElseThrow();
            operations.finish(
                    tx,
                    operation.id(),
                    Operation.State.COMPENSATED,
                    operation.steps().stream()
                            .map(Operation.StepProgress::state)
                            .toList(),
                    "Taken back by " + requestedBy + ". Nothing of the store is lost.");
            stores.move(tx, id, EnumSet.of(StoreState.DELETING), StoreState.SUSPENDED);
            record(tx, id, "store.restore");
        });
        stores.announce(id);
        return require(id);
    }

    /** Gives the store's role another password, as an operation; who uses the store does not notice. */
    public Operation rotateCredentials(StoreId id, String requestedBy) {
        UUID operation = UUID.randomUUID();
        if (!ROTATABLE.contains(require(id).state())) {
            throw refusal(id);
        }
        registry.jdbi().useTransaction(tx -> {
            enqueue(tx, operation, Operation.Kind.ROTATE, ROTATION_JOB, id, requestedBy, Duration.ZERO);
            record(tx, id, "store.rotate-credentials");
        });
        jobs.wake();
        return operations.find(operation).orElseThrow();
    }

    /** Gives the store another key, which seals from now on; what was sealed before stays readable. Returns its id. */
    public String rotateKey(StoreId id) {
        return registry.jdbi().inTransaction(tx -> {
            Store store = stores.lock(tx, id).orElseThrow(() -> refusal(id));
            if (!store.state().hasDatabase()) {
                throw refusal(id);
            }
            String key = keys.rotate(new KeyOwner.OfStore(id));
            stores.setKey(tx, id, key);
            audit.record(
                    tx,
                    Optional.of(id),
                    "store.rotate-key",
                    id.value(),
                    Changes.none().say("keyId", key));
            return key;
        });
    }

    private void enqueue(
            Handle tx, UUID operation, Operation.Kind kind, String job, StoreId store, String by, Duration rest) {
        operations.add(tx, operation, kind, store, null, null, null, by);
        jobs.enqueue(tx, operation, Optional.empty(), job, "{\"operation\":\"" + operation + "\"}", rest);
    }

    private void move(StoreId id, Set<StoreState> from, StoreState to, String action) {
        registry.jdbi().useTransaction(tx -> {
            if (!stores.move(tx, id, from, to)) {
                throw refusal(id);
            }
            record(tx, id, action);
        });
        stores.announce(id);
    }

    private void record(Handle tx, StoreId id, String action) {
        audit.record(tx, Optional.of(id), action, id.value(), Changes.none());
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
