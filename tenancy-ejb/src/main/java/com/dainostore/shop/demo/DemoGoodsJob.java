package com.dainostore.shop.demo;

import com.dainostore.shop.catalog.Catalog;
import com.dainostore.shop.catalog.CollectionRow;
import com.dainostore.shop.catalog.Collections;
import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.imports.Filling;
import com.dainostore.shop.imports.ImportState;
import com.dainostore.shop.imports.ImportView;
import com.dainostore.shop.orders.DeliveryRates;
import com.dainostore.tenancy.jobs.Job;
import com.dainostore.tenancy.jobs.JobHandler;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Person;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Fills a demo store with its goods and their pictures, as an import would, with those collections that it does not have yet, and
 * with ways to deliver.
 */
@ApplicationScoped
public class DemoGoodsJob implements JobHandler {
    static final String KIND = "demo-goods";

    @Inject
    Filling filling;

    @EJB
    Catalog catalog;

    @EJB
    Collections collections;

    @EJB
    DeliveryRates rates;

    @Inject
    CurrentStore store;

    @Inject
    CurrentPerson person;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public void run(Job job) throws IOException, InterruptedException {
        person.enter(new Person.Work(store.require().id(), KIND));
        DemoStore demo = demo(job);
        ImportView filled = filling.fill(demo.handle() + ".csv", new DemoFiles(demo));
        if (filled.state() != ImportState.DONE) {
            throw new IllegalStateException("The demo store is not filled: " + filled.state() + " " + filled.problem());
        }
        DemoCollections wanted = new DemoCollections(demo);
        Map<String, UUID> products = catalog.byHandles(wanted.products()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> id(entry.getValue())));
        Set<String> there =
                collections.list("").stream().map(CollectionRow::handle).collect(Collectors.toSet());
        wanted.all(products).stream()
                .filter(collection -> !there.contains(String.valueOf(collection.handle())))
                .forEach(collections::create);
        if (rates.list().isEmpty()) {
            demo.rates().forEach(rates::create);
        }
    }

    private static UUID id(ProductView product) {
        return product.id();
    }

    private static DemoStore demo(Job job) {
        try (JsonReader payload = Json.createReader(new StringReader(job.payload()))) {
            return DemoStore.ofHandle(payload.readObject().getString("demo"));
        }
    }
}
