package com.dainostore.shop.catalog;

import com.dainostore.tenancy.audit.Audit;
import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.database.Search;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The collections of the current store: products that somebody picked by hand, in an order, or that rules pick. A change is
 * checked and saved as a whole, in a handful of statements whatever the number of its products.
 */
@Stateless
@StoreScoped
public class Collections {
    /** How many a list shows. */
    public static final int MOST = 200;

    @Inject
    EntityManager entities;

    @Inject
    CurrentPerson person;

    @Inject
    Audit audit;

    @Inject
    CurrentStore current;

    @Inject
    Event<CatalogTouched> touched;

    /**
     * The collections by title.
     *
     * @param text part of a title or a handle; empty: all
     */
    public List<CollectionRow> list(String text) {
        person.require(Area.CATALOG, Level.VIEW);
        return rows().list(Search.pattern(text), MOST);
    }

    public Optional<CollectionView> find(UUID id) {
        person.require(Area.CATALOG, Level.VIEW);
        return rows().find(id);
    }

    /** Those of these products that are there, in this order; for a form whose products are not saved yet. */
    public List<CollectionView.Picked> products(List<UUID> ids) {
        person.require(Area.CATALOG, Level.VIEW);
        return rows().products(ids);
    }

    /** How many products these rules would take; for a form whose rules are not saved yet. */
    public long count(CollectionRules rules) {
        person.require(Area.CATALOG, Level.VIEW);
        TextRules texts = new TextRules();
        rules.check(texts);
        if (!texts.errors().isEmpty()) {
            throw new ValidationException(texts.errors());
        }
        return new ShelfRows(entities).count(rules);
    }

    public CollectionView create(SaveCollection wanted) {
        person.require(Area.CATALOG, Level.EDIT);
        check(wanted);
        CollectionRows rows = rows();
        UUID id = TimeOrderedIds.next();
        saved(() -> rows.add(id, handle(wanted, null), wanted));
        CollectionView made = rows.find(id).orElseThrow();
        changed("collection.create", id, changes(null, made));
        return made;
    }

    /** @param expectedVersion the version that the change was made from, or null to change whatever is there */
    public CollectionView update(UUID id, SaveCollection wanted, @Nullable Long expectedVersion) {
        person.require(Area.CATALOG, Level.EDIT);
        CollectionView before = require(id, expectedVersion);
        check(wanted);
        saved(() -> {
            if (!rows().change(before, handle(wanted, before.handle()), wanted)) {
                throw new ChangedMeanwhileException();
            }
        });
        CollectionView after = rows().find(id).orElseThrow();
        changed("collection.update", id, changes(before, after));
        return after;
    }

    /** Deletes the collection; its products stay. */
    public void delete(UUID id, @Nullable Long expectedVersion) {
        person.require(Area.CATALOG, Level.FULL);
        CollectionView gone = require(id, expectedVersion);
        if (!rows().remove(gone)) {
            throw new ChangedMeanwhileException();
        }
        changed("collection.delete", id, changes(gone, null));
    }

    private void changed(String action, UUID id, Changes changes) {
        audit.record(action, id.toString(), changes);
        touched.fire(new CatalogTouched(current.require().id()));
    }

    private CollectionView require(UUID id, @Nullable Long expectedVersion) {
        CollectionView found =
                rows().find(id).orElseThrow(() -> new NotFoundException("This shop has no such collection."));
        if (expectedVersion != null && expectedVersion != found.version()) {
            throw new ChangedMeanwhileException();
        }
        return found;
    }

    private CollectionRows rows() {
        return new CollectionRows(entities);
    }

    /** The handle that is asked for where it is free; else the one there is, or the first free one that the title suggests. */
    private String handle(SaveCollection wanted, @Nullable String own) {
        String handle = wanted.handle();
        if (handle == null) {
            String suggestion = Handles.ofTitle(wanted.title());
            return own == null ? Handles.firstFree(suggestion, rows().handlesLike(suggestion)) : own;
        }
        if (!handle.equals(own) && rows().handlesLike(handle).contains(handle)) {
            throw taken();
        }
        return handle;
    }

    /** Somebody else may take the handle at the same moment. */
    private static void saved(Runnable saving) {
        try {
            saving.run();
        } catch (PersistenceException e) {
            throw Violations.unique(e, "collections_handle") ? taken() : e;
        }
    }

    private static ValidationException taken() {
        return new ValidationException("handle", "Another collection has this address already.");
    }

    private void check(SaveCollection wanted) {
        TextRules texts = new TextRules();
        texts.required("title", wanted.title(), "Give the collection a title.");
        texts.handle(wanted.handle());
        texts.text("description", wanted.description(), TextRules.MAX_DESCRIPTION);
        List<UUID> products = wanted.products();
        texts.atMost("products", products, SaveCollection.MAX_PRODUCTS);
        if (Set.copyOf(products).size() < products.size()) {
            texts.add("products", "Name each product once.");
        }
        CollectionRules rules = wanted.rules();
        if (rules != null) {
            rules.check(texts);
            if (!products.isEmpty()) {
                texts.add("products", "The rules pick the products. Leave these out, or the rules.");
            }
        }
        if (texts.errors().isEmpty() && rows().products(products).size() < products.size()) {
            texts.add("products", "A product is not there, or not any more. Leave it out.");
        }
        if (!texts.errors().isEmpty()) {
            throw new ValidationException(texts.errors());
        }
    }

    private static Changes changes(@Nullable CollectionView before, @Nullable CollectionView after) {
        return Changes.none()
                .set("handle", before == null ? null : before.handle(), after == null ? null : after.handle())
                .set("title", before == null ? null : before.title(), after == null ? null : after.title())
                .set(
                        "description",
                        before == null ? null : before.description(),
                        after == null ? null : after.description())
                .set("published", before == null ? null : before.published(), after == null ? null : after.published())
                .set("rules", before == null ? null : rules(before), after == null ? null : rules(after))
                .set("products", before == null ? null : titles(before), after == null ? null : titles(after));
    }

    private static @Nullable List<String> rules(CollectionView collection) {
        CollectionRules rules = collection.rules();
        return rules == null
                ? null
                : Stream.concat(
                                Stream.of(rules.all() ? "all" : "any"),
                                rules.conditions().stream().map(CollectionRules.Condition::toString))
                        .toList();
    }

    private static List<String> titles(CollectionView collection) {
        return collection.products().stream().map(CollectionView.Picked::title).toList();
    }
}
