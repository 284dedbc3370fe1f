package com.dainostore.tenancy.audit;

import com.dainostore.tenancy.keys.KeyOwner;
import com.dainostore.tenancy.keys.Keys;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.StoreId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;

/**
 * Where a boundary of a store writes down what is done there. The entry commits or vanishes with the change that it tells
 * of, costs one INSERT, and waits for nobody else's: the chain is made later, see {@link Seals}.
 */
@ApplicationScoped
public class Audit {
    @Inject
    EntityManager entities;

    @Inject
    CurrentStore current;

    @Inject
    CurrentActor actor;

    @Inject
    Keys keys;

    @Inject
    SealHints hints;

    /**
     * Writes an entry within the transaction of a store-scoped boundary; whoever is signed in did it.
     *
     * @param action what is done, as {@code product.update}
     * @param resourceId what it is done to; empty where it is the store as a whole
     */
    public void record(String action, String resourceId, Changes changes) {
        record(actor.get(), action, resourceId, changes);
    }

    /** What was done to what, as one of several entries. */
    public record Note(String action, String resourceId, Changes changes) {}

    /** Writes several entries, as {@link #record(String, String, Changes)} writes one. */
    public void recordAll(List<Note> notes) {
        notes.forEach(note -> record(note.action(), note.resourceId(), note.changes()));
    }

    /** As {@link #record(String, String, Changes)} for somebody who is only about to sign in. */
    public void record(Actor who, String action, String resourceId, Changes changes) {
        StoreId store = current.require().id();
        add(store, Entry.now(Optional.of(store), who, actor, new Entry.What(action, resourceId, changes)), "");
    }

    /** Adds an entry that was written elsewhere before; one that is there already stays as it is. */
    void addOnce(Entry entry) {
        add(current.require().id(), entry, " ON CONFLICT (id) DO NOTHING");
    }

    private void add(StoreId store, Entry entry, String otherwise) {
        Query insert = entities.createNativeQuery(EntryRows.INSERT + otherwise);
        Object[] values = EntryRows.values(entry, entry.mac(keys, new KeyOwner.OfStore(store)));
        for (int i = 0; i < values.length; i++) {
            insert.setParameter(i + 1, values[i]);
        }
        insert.executeUpdate();
        hints.leave(store);
    }
}
