package com.dainostore.shop.catalog;

import com.dainostore.tenancy.jobs.Outbox;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.CurrentStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Where the catalog is told that pieces have come or gone otherwise than by a change of the product; in the same transaction. */
@ApplicationScoped
public class Availability {
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

    /**
     * Keeps what shoppers look for in step; the rest of the platform is told only where something can no longer be had, or can
     * again.
     *
     * @param pieces how many came or, below zero, went, by product
     * @param flipped the products of which a variant can be had now and could not before, or the other way round
     */
    public void changed(Map<UUID, Integer> pieces, Set<UUID> flipped) {
        if (pieces.isEmpty()) {
            return;
        }
        ShelfRows rows = new ShelfRows(entities);
        // First of all: it makes others wait who change these products, so that what follows sees what they did.
        rows.move(pieces);
        if (flipped.isEmpty()) {
            return;
        }
        rows.refresh(flipped, directory.settings(current.require().id()).locale());
        outbox.addAll(
                Catalog.CHANGED,
                flipped.stream()
                        .map(product -> "{\"product\":\"" + product + "\"}")
                        .toList());
        touched.fire(new CatalogTouched(current.require().id()));
    }
}
