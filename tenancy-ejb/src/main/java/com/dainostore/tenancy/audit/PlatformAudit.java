package com.dainostore.tenancy.audit;

import com.dainostore.tenancy.jobs.Jobs;
import com.dainostore.tenancy.keys.KeyOwner;
import com.dainostore.tenancy.keys.Keys;
import com.dainostore.tenancy.scope.StoreId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Where the platform writes down what is done to it and to its stores, in the registry. What is done to a store is told
 * to its merchant as well: the entry is copied into the store's own database afterwards.
 */
@ApplicationScoped
public class PlatformAudit {
    static final KeyOwner OWNER = new KeyOwner.OfPlatform();

    private static final String INSERT =
            named(EntryRows.INSERT).replace("(id,", "(store_id, id,").replace("VALUES (", "VALUES (:store, ");

    @Inject
    CurrentActor actor;

    @Inject
    Keys keys;

    @Inject
    SealHints hints;

    @Inject
    Jobs jobs;

    /**
     * Writes an entry as part of a transaction on the registry; whoever is signed in did it.
     *
     * @param store the store that it is done to and that is told of it; empty for what concerns no store, or is not its business
     * @param action what is done, as {@code store.suspend}
     * @param resourceId what it is done to; may be empty
     */
    public void record(Handle tx, Optional<StoreId> store, String action, String resourceId, Changes changes) {
        record(tx, actor.get(), store, action, resourceId, changes);
    }

    /** As the other for somebody who is only about to sign in. */
    public void record(
            Handle tx, Actor who, Optional<StoreId> store, String action, String resourceId, Changes changes) {
        Entry entry = Entry.now(store, who, actor, new Entry.What(action, resourceId, changes));
        Update insert =
                tx.createUpdate(INSERT).bind("store", store.map(StoreId::value).orElse(null));
        Object[] values = EntryRows.values(entry, entry.mac(keys, OWNER));
        for (int i = 0; i < values.length; i++) {
            insert.bind("p" + (i + 1), values[i]);
        }
        insert.execute();
        if (store.isPresent()) {
            jobs.enqueue(tx, entry.id(), store, NoticeJob.KIND, NoticeJob.payload(entry));
        }
        hints.leave(tx);
    }

    /** The registry's statements name their parameters where the stores' number them. */
    static String named(String statement) {
        return statement.replace("?", ":p");
    }
}
