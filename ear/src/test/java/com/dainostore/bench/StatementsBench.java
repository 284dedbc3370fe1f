package com.dainostore.bench;

import com.dainostore.testing.RunningShop;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How many SQL statements a warm request takes; pages as for a visitor whom the store knows, so drawn each time. */
@ExtendWith(BenchServer.class)
@Order(4)
class StatementsBench {
    private static final String HOST = "aurora.localhost";
    private static final String KNOWN = "Cookie: dainostore-bench=known";

    private final RunningShop shop;

    StatementsBench(RunningShop shop) {
        this.shop = shop;
    }

    @Test
    void statementsPerRequest() throws Exception {
        BenchServer.settle(shop);
        String product = shop.http()
                .get(HOST, "/api/v1/products")
                .send()
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("handle");
        Figures figures = new Figures("statements");
        try (StatementLog log = StatementLog.of(shop, shop.activeStore("aurora"))) {
            count(figures, log, "home", "/", "3");
            count(figures, log, "product list", "/products", "3");
            count(figures, log, "product page", "/products/" + product, "2");
            count(figures, log, "JSON list", "/api/v1/products", "3");
            count(figures, log, "JSON product", "/api/v1/products/" + product, "2");
        }
        figures.publish();
    }

    private void count(Figures figures, StatementLog log, String name, String path, String aim) throws Exception {
        String[] headers = path.startsWith("/api/") ? new String[0] : new String[] {KNOWN};
        figures.add(name, log.each(Wire.get(HOST, shop.port(), path, headers)), "statements", aim);
    }
}
