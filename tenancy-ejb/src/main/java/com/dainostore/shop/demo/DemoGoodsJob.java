package com.dainostore.shop.demo;

import com.dainostore.shop.catalog.Catalog;
import com.dainostore.shop.catalog.ListProducts;
import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.SaveProduct;
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
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Fills a demo store with those of its goods that it does not have yet. */
@ApplicationScoped
public class DemoGoodsJob implements JobHandler {
    static final String KIND = "demo-goods";

    @EJB
    Catalog catalog;

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
    public void run(Job job) {
        person.enter(new Person.Work(store.require().id(), KIND));
        List<SaveProduct> goods = Goods.of(demo(job));
        Set<String> there = catalog.allProducts(ListProducts.first(ListProducts.MAX_LIMIT)).items().stream()
                .map(ProductView::handle)
                .collect(Collectors.toSet());
        goods.stream()
                .filter(product -> product.handle() == null || !there.contains(product.handle()))
                .forEach(catalog::create);
    }

    private static DemoStore demo(Job job) {
        try (JsonReader payload = Json.createReader(new StringReader(job.payload()))) {
            return DemoStore.ofHandle(payload.readObject().getString("demo"));
        }
    }
}
