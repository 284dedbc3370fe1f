package com.dainostore.tenancy.identification;

import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.audit.PlatformAudit;
import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.registry.Stores;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.ValidationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Gives stores other handles. The old one rests for 30 days, in which nobody else gets it and its pages lead to the new
 * one; the store itself can take it back.
 */
@ApplicationScoped
public class StoreHandles {
    /** How many days the old handle rests. */
    public static final int REST_DAYS = 30;

    private static final String NOT_UNIQUE = "23505";
    private static final int MOST_RESTING = 5;

    @Inject
    RegistryDatabase registry;

    @Inject
    Stores stores;

    @Inject
    PlatformAudit audit;

    /** The store with its new handle; the same store where it has that already. */
    public Store change(StoreId id, String handle) {
        Handles.check(handle);
        Store store = stores.find(id).orElseThrow(StoreHandles::unknown);
        if (store.handle().equals(handle)) {
            return store;
        }
        try {
            registry.jdbi().useTransaction(tx -> rename(tx, store, handle));
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLException sql && NOT_UNIQUE.equals(sql.getSQLState())) {
                throw taken();
            }
            throw e;
        }
        stores.announce(id);
        return stores.find(id).orElseThrow(StoreHandles::unknown);
    }

    void rename(Handle tx, Store store, String handle) {
        Stores.hold(tx, store.handle(), handle);
        int renamed = tx.createUpdate("""
                        UPDATE stores SET handle = :new, changed_at = now()
                         WHERE id = :id AND handle = :old AND state IN ('active', 'suspended', 'maintenance')
                           AND NOT EXISTS (SELECT 1 FROM released_names WHERE kind = 'handle' AND name = :new
                                              AND store_id <> :id AND released_at > now() - interval '30 days')
                           AND (SELECT count(*) FROM released_names WHERE kind = 'handle' AND store_id = :id
                                   AND name <> :new AND released_at > now() - interval '30 days') < :most""")
                .bind("id", store.id().value())
                .bind("old", store.handle())
                .bind("new", handle)
                .bind("most", MOST_RESTING)
                .execute();
        if (renamed == 0) {
            throw taken();
        }
        tx.execute("DELETE FROM released_names WHERE kind = 'handle' AND name = ?", handle);
        tx.execute("""
                INSERT INTO released_names (kind, name, store_id) VALUES ('handle', ?, ?)
                ON CONFLICT (kind, name) DO UPDATE SET store_id = EXCLUDED.store_id, released_at = now()
                """, store.handle(), store.id().value());
        audit.record(
                tx,
                Optional.of(store.id()),
                "store.rename",
                store.id().value(),
                Changes.none().set("handle", store.handle(), handle));
        stores.noteChange(tx, store.id(), "handle");
    }

    private static ValidationException taken() {
        return new ValidationException(
                "handle",
                "This handle is in use or rests, or this store has changed its handle " + MOST_RESTING
                        + " times within 30 days. Choose another one, or wait.");
    }

    private static NotFoundException unknown() {
        return new NotFoundException("There is no store with this id.");
    }
}
