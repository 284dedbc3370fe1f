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

    /** Writes several entries in one statement, as {@link #record(String, String, Changes)} writes one. */
    public void recordAll(List<Note> notes) {
        if (notes.isEmpty()) {
            return;
        }
        StoreId store = current.require().id();
        Actor who = actor.get();
        add(
                store,
                notes.stream()
                        .map(note -> Entry.now(
                                Optional.of(store),
                                who,
                                actor,
                                new Entry.What(note.action(), note.resourceId(), note.changes())))
                        .toList(),
                "");
    }

    /** As {@link #record(String, String, Changes)} for somebody who is only about to sign in. */
    public void record(Actor who, String action, String resourceId, Changes changes) {
        StoreId store = current.require().id();
        Entry entry = Entry.now(Optional.of(store), who, actor, new Entry.What(action, resourceId, changes));
        add(store, List.of(entry), "");
    }

    /** Adds an entry that was written elsewhere before; one that is there already stays as it is. */
    void addOnce(Entry entry) {
        add(current.require().id(), List.of(entry), " ON CONFLICT (id) DO NOTHING");
    }

    private void add(StoreId store, List<Entry> entries, String otherwise) {
        Query insert = entities.createNativeQuery(EntryRows.insert(entries.size()) + otherwise);
        int parameter = 1;
        for (Entry entry : entries) {
            for (Object value : EntryRows.values(entry, entry.mac(keys, new KeyOwner.OfStore(store)))) {
                insert.setParameter(parameter++, value);
            }
        }
        insert.executeUpdate();
        hints.leave(store);
    }
}
