package com.dainostore.tenancy.provisioning;

import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.audit.PlatformAudit;
import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.identification.Domains;
import com.dainostore.tenancy.identification.Handles;
import com.dainostore.tenancy.jobs.Jobs;
import com.dainostore.tenancy.registry.Servers;
import com.dainostore.tenancy.registry.Stores;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreState;
import com.dainostore.tenancy.scope.ValidationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Takes wishes for new stores. The store's row, the operation and the job that runs it are written in one transaction:
 * either all of it is asked for, or nothing.
 */
@ApplicationScoped
public class Provisioning {
    static final String JOB = "provision-store";

    @Inject
    RegistryDatabase registry;

    @Inject
    Stores stores;

    @Inject
    Operations operations;

    @Inject
    SealedWishes wishes;

    @Inject
    Jobs jobs;

    @Inject
    PlatformAudit audit;

    @Inject
    Domains domains;

    @Inject
    Servers servers;

    /**
     * Asks for a store and gives back the operation that makes it.
     *
     * @param idempotencyKey the same key with the same wish gives back the same operation
     * @throws ValidationException when the wish cannot be granted; with one entry per field
     */
    public Operation request(ProvisionStore wish, @Nullable String idempotencyKey, String requestedBy) {
        validate(wish);
        StoreId id = StoreId.random();
        UUID operation = UUID.randomUUID();
        Optional<Operation> earlier = registry.jdbi().inTransaction(tx -> {
            Optional<Operation> before = before(tx, wish, idempotencyKey);
            if (before.isEmpty()) {
                add(tx, id, operation, wish, idempotencyKey, requestedBy);
            }
            return before;
        });
        if (earlier.isEmpty()) {
            stores.announce(id);
            jobs.wake();
        }
        return earlier.or(() -> operations.find(operation)).orElseThrow();
    }

    private void add(
            Handle tx, StoreId id, UUID operation, ProvisionStore wish, @Nullable String idempotencyKey, String by) {
        stores.add(tx, new Store(id, wish.handle(), wish.name(), StoreState.PROVISIONING, wish.plan(), wish.region()));
        operations.add(
                tx,
                operation,
                Operation.Kind.PROVISION,
                id,
                wishes.seal(operation, wish),
                wishes.digest(wish),
                idempotencyKey,
                by);
        jobs.enqueue(tx, operation, Optional.empty(), JOB, "{\"operation\":\"" + operation + "\"}");
        Changes changes = Changes.none()
                .set("handle", null, wish.handle())
                .set("name", null, wish.name())
                .set("plan", null, wish.plan())
                .set("region", null, wish.region());
        audit.record(tx, Optional.of(id), "store.create", id.value(), changes);
    }

    /** Two requests with one key at the same moment queue up behind a lock, so that the second finds the first. */
    private Optional<Operation> before(Handle tx, ProvisionStore wish, @Nullable String idempotencyKey) {
        if (idempotencyKey == null) {
            return Optional.empty();
        }
        tx.execute("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "provision " + idempotencyKey);
        Optional<Operations.Earlier> earlier = operations.earlier(tx, idempotencyKey);
        if (earlier.isPresent() && !earlier.get().digest().equals(wishes.digest(wish))) {
            throw new ValidationException("Idempotency-Key", "This key was used for another request. Use a new one.");
        }
        return earlier.map(Operations.Earlier::operation);
    }

    private void validate(ProvisionStore wish) {
        List<ValidationException.FieldError> errors = new ArrayList<>();
        collect(errors, () -> Handles.check(wish.handle()));
        wish.domain().ifPresent(domain -> collect(errors, () -> domains.check(domain)));
        errors.addAll(WishRules.check(wish));
        if (!servers.hasRegion(wish.region())) {
            errors.add(new ValidationException.FieldError("region", "No database server is in this region."));
        }
        if (!errors.isEmpty()) {
            throw new ValidationException(errors);
        }
    }

    private static void collect(List<ValidationException.FieldError> errors, Runnable check) {
        try {
            check.run();
        } catch (ValidationException e) {
            errors.addAll(e.errors());
        }
    }
}
