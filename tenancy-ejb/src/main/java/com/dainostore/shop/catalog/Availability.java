package com.dainostore.shop.catalog;

import com.dainostore.tenancy.jobs.Outbox;
import com.dainostore.tenancy.scope.CurrentStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.UUID;

/** Where the catalog is told that something can no longer be had, or can again; within the transaction in which it is so. */
@ApplicationScoped
public class Availability {
    @Inject
    CurrentStore current;

    @Inject
    Outbox outbox;

    @Inject
    Event<CatalogTouched> touched;

    /** Tells the rest of the platform as after any change of these products. */
    public void changed(Collection<UUID> products) {
        if (products.isEmpty()) {
            return;
        }
        outbox.addAll(
                Catalog.CHANGED,
                products.stream()
                        .map(product -> "{\"product\":\"" + product + "\"}")
                        .toList());
        touched.fire(new CatalogTouched(current.require().id()));
    }
}
