package com.dainostore.shop.orders;

import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.jobs.Job;
import com.dainostore.tenancy.jobs.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;

/** Tells the registry the highest number that a store has given away: what is behind it was never an order. */
@ApplicationScoped
public class OrderNumberJob implements JobHandler {
    static final String KIND = "order.number";

    @Inject
    RegistryDatabase registry;

    static String payload(long number) {
        return "{\"number\":" + number + "}";
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Job job) {
        try (JsonReader payload = Json.createReader(new StringReader(job.payload()))) {
            long number = payload.readObject().getJsonNumber("number").longValueExact();
            registry.jdbi().useHandle(handle -> handle.createUpdate("""
                    INSERT INTO order_numbers (store_id, highest) VALUES (:store, :number)
                    ON CONFLICT (store_id) DO UPDATE SET highest = greatest(order_numbers.highest, excluded.highest)""")
                    .bind("store", job.store().orElseThrow().value())
                    .bind("number", number)
                    .execute());
        }
    }
}
