package com.dainostore.shop.catalog;

import com.dainostore.tenancy.jobs.Outbox;
import com.dainostore.tenancy.persistence.Statements;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.StoreId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.UUID;

/** Where the catalog is told that something can no longer be had, or can again; within the transaction in which it is so. */
@ApplicationScoped
public class Availability {
    /** Always in the same order, so that two who sell the last pieces of the same products do not wait for each other. */
    private static final String LOCK = """
            SELECT product_id FROM product_search WHERE product_id = ANY (CAST(?1 AS uuid[]))
            ORDER BY product_id FOR NO KEY UPDATE""";

    @Inject
    EntityManager entities;

    @Inject
    CurrentStore current;

    @Inject
    Directory directory;

    @Inject
    Outbox outbox;

    @Inject
    Event<CatalogTouched> touched;

    /** Brings lists and search up to date, and tells the rest of the platform as after any change of these products. */
    public void changed(Collection<UUID> products) {
        if (products.isEmpty()) {
            return;
        }
        StoreId store = current.require().id();
        new Statements(entities).column(LOCK, Statements.array(products));
        new ShelfRows(entities).refresh(products, directory.settings(store).locale());
        outbox.addAll(
                Catalog.CHANGED,
                products.stream()
                        .map(product -> "{\"product\":\"" + product + "\"}")
                        .toList());
        touched.fire(new CatalogTouched(store));
    }
}
