package com.dainostore.shop.catalog;

import com.dainostore.tenancy.jobs.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.UUID;

/** Where the catalog is told that something can no longer be had, or can again; within the transaction in which it is so. */
@ApplicationScoped
public class Availability {
    @Inject
    Outbox outbox;

    /** Tells the rest of the platform as after any change of these products. */
    public void changed(Collection<UUID> products) {
        outbox.addAll(
                Catalog.CHANGED,
                products.stream()
                        .map(product -> "{\"product\":\"" + product + "\"}")
                        .toList());
    }
}
