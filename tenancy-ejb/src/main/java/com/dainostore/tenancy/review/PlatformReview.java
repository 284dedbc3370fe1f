package com.dainostore.tenancy.review;

import com.dainostore.tenancy.audit.AuditLog;
import com.dainostore.tenancy.audit.AuditQuery;
import com.dainostore.tenancy.audit.AuditReport;
import com.dainostore.tenancy.audit.Entry;
import com.dainostore.tenancy.audit.EntryPage;
import com.dainostore.tenancy.registry.Stores;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/**
 * The audit log of the platform, for operators, and the check of a store's. Operators read no store's entries: of a check
 * they learn what was tampered with, by its id.
 */
@ApplicationScoped
public class PlatformReview {
    @Inject
    AuditLog log;

    @Inject
    CurrentPerson person;

    @Inject
    CurrentStore current;

    @Inject
    Stores stores;

    public EntryPage search(AuditQuery query) {
        person.requireOperator(Scopes.PLATFORM_READ);
        return log.searchPlatform(query);
    }

    /** Refuses whoever may not {@link #export}, before anything is answered. */
    public void requireExport() {
        person.requireOperator(Scopes.PLATFORM_READ);
    }

    public void export(AuditQuery query, Consumer<Entry> sink) {
        requireExport();
        log.exportPlatform(query, sink);
    }

    public AuditReport check() {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        return log.checkPlatform();
    }

    /** Checks the log of a store, whether it is on the air or not. */
    public AuditReport check(StoreId id) {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        Store store = stores.find(id).orElseThrow(() -> new NotFoundException("There is no store with this id."));
        if (!store.state().hasDatabase()) {
            throw new ValidationException(
                    "state", "The store is " + store.state().code() + ": its log cannot be checked now.");
        }
        return current.within(store, () -> log.checkStoreForPlatform(id));
    }
}
