package com.dainostore.tenancy.audit;

import com.dainostore.tenancy.audit.EntryRows.Kept;
import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.scope.StoreId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The audit log of the current store, and that of the platform, to look through, to take away and to check. It asks nobody
 * for a permission: whoever lets people in here does. Taking away and checking are entries themselves.
 */
@ApplicationScoped
public class AuditLog {
    private static final int EXPORT_PAGE = 500;

    @Inject
    StoreTrail ofStore;

    @Inject
    PlatformTrail ofPlatform;

    @Inject
    PlatformAudit platformAudit;

    @Inject
    RegistryDatabase registry;

    @Inject
    AuditCheck check;

    public EntryPage searchStore(AuditQuery query) {
        return page(ofStore, query);
    }

    public EntryPage searchPlatform(AuditQuery query) {
        return page(ofPlatform, query);
    }

    private static EntryPage page(Trail trail, AuditQuery query) {
        List<Entry> found = trail.search(query.atMost(query.limit() + 1)).stream()
                .map(Kept::entry)
                .toList();
        if (found.size() <= query.limit()) {
            return new EntryPage(found, null);
        }
        List<Entry> page = found.subList(0, query.limit());
        return new EntryPage(page, AuditCursor.of(page.get(page.size() - 1)).text());
    }

    /** Gives all entries that are asked for to the sink, one after the other, without ever holding many. */
    public void exportStore(AuditQuery query, Consumer<Entry> sink) {
        ofStore.note("audit.export", query.changes());
        export(ofStore, query, sink);
    }

    public void exportPlatform(AuditQuery query, Consumer<Entry> sink) {
        note(Optional.empty(), "audit.export", query.changes());
        export(ofPlatform, query, sink);
    }

    private static void export(Trail trail, AuditQuery query, Consumer<Entry> sink) {
        AuditQuery next = query.atMost(EXPORT_PAGE);
        List<Kept> rows = trail.search(next);
        while (!rows.isEmpty()) {
            rows.forEach(kept -> sink.accept(kept.entry()));
            next = next.after(AuditCursor.of(rows.get(rows.size() - 1).entry()));
            rows = trail.search(next);
        }
    }

    /** Checks the current store's log for somebody of the store. */
    public AuditReport checkStore() {
        ofStore.note("audit.check", Changes.none());
        return check.check(ofStore);
    }

    /** Checks the current store's log for an operator; the store is told of it. */
    public AuditReport checkStoreForPlatform(StoreId store) {
        note(Optional.of(store), "audit.check", Changes.none());
        return check.check(ofStore);
    }

    public AuditReport checkPlatform() {
        note(Optional.empty(), "audit.check", Changes.none());
        return check.check(ofPlatform);
    }

    private void note(Optional<StoreId> store, String action, Changes changes) {
        String resource = store.map(StoreId::value).orElse("");
        registry.jdbi().useTransaction(tx -> platformAudit.record(tx, store, action, resource, changes));
    }
}
