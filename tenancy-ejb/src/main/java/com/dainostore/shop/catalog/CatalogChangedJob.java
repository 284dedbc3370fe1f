package com.dainostore.shop.catalog;

import com.dainostore.tenancy.jobs.Job;
import com.dainostore.tenancy.jobs.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.UUID;

/** Tells whoever observes it that the catalog of a store has changed. */
@ApplicationScoped
public class CatalogChangedJob implements JobHandler {
    @Inject
    Event<CatalogChanged> event;

    @Override
    public String kind() {
        return Catalog.CHANGED;
    }

    @Override
    public void run(Job job) {
        try (JsonReader payload = Json.createReader(new StringReader(job.payload()))) {
            UUID product = UUID.fromString(payload.readObject().getString("product"));
            event.fire(new CatalogChanged(job.store().orElseThrow(), product));
        }
    }
}
