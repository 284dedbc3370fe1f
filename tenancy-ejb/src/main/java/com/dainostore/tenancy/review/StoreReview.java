package com.dainostore.tenancy.review;

import com.dainostore.tenancy.audit.AuditLog;
import com.dainostore.tenancy.audit.AuditQuery;
import com.dainostore.tenancy.audit.AuditReport;
import com.dainostore.tenancy.audit.Entry;
import com.dainostore.tenancy.audit.EntryPage;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/** The audit log of the current store, for its staff: what their colleagues and the platform did there. */
@ApplicationScoped
public class StoreReview {
    @Inject
    AuditLog log;

    @Inject
    CurrentPerson person;

    public EntryPage search(AuditQuery query) {
        person.require(Area.TEAM, Level.VIEW);
        return log.searchStore(query);
    }

    /** Refuses whoever may not {@link #export}, before anything is answered. */
    public void requireExport() {
        person.require(Area.TEAM, Level.VIEW);
    }

    /** Gives away no more than {@link #search} does page by page, and is an entry itself. */
    public void export(AuditQuery query, Consumer<Entry> sink) {
        requireExport();
        log.exportStore(query, sink);
    }

    public AuditReport check() {
        person.require(Area.TEAM, Level.FULL);
        return log.checkStore();
    }
}
