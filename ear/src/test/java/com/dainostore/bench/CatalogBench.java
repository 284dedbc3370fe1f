package com.dainostore.bench;

import com.dainostore.testing.Databases;
import com.dainostore.testing.RunningShop;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the pages of a store with {@value #PRODUCTS} products cost: drawn, as for a visitor whom the store knows, and kept,
 * as for all others; each beside a servlet that answers as many bytes without doing anything for them.
 */
@ExtendWith(BenchServer.class)
@Order(5)
class CatalogBench {
    private static final int PRODUCTS = 10_000;
    private static final String HANDLE = "bench-goods";
    private static final String HOST = HANDLE + ".localhost";

    /** A page for somebody who is known is drawn for each request. */
    private static final String KNOWN = "Cookie: dainostore-bench=known";

    /** With the address of each product's picture, which nobody fetches. */
    private static final String FILL = """
            SET app.store_id = '%1$s';
            INSERT INTO products (id, handle, title, description, status, vendor, type, tags, options, version)
            SELECT uuidv7(), 'thing-' || n, 'Thing number ' || n, '<p>' || repeat('All about this thing. ', 20) || '</p>',
                   'active', 'Vendor ' || n %% 40, 'Type ' || n %% 12, ARRAY['tag' || n %% 25], ARRAY['Size'], 1
            FROM generate_series(1, %2$d) n;
            INSERT INTO variants (id, product_id, position, sku, price_amount, currency, stock, options)
            SELECT uuidv7(), p.id, v, 'SKU-' || v, 900 + 10 * v + length(p.title), 'EUR', v %% 4, ARRAY['Size ' || v]
            FROM products p, generate_series(0, 3) v;
            INSERT INTO files (id, folder, name, content_type, size, sha256, width, height, key_id, sealed_key)
            SELECT id, 'products', handle || '.png', 'image/png', 1, sha256('x'), 1200, 1500, 'none', 'none' FROM products;
            INSERT INTO product_pictures (id, product_id, file_id, position, alt, name, width, height)
            SELECT uuidv7(), id, id, 0, title, handle || '.png', 1200, 1500 FROM products;
            INSERT INTO collections (id, handle, title, published)
            SELECT uuidv7(), 'collection-' || n, 'Collection ' || n, true FROM generate_series(1, 8) n;
            INSERT INTO picked_products (collection_id, product_id, position)
            SELECT c.id, p.id, row_number() OVER () FROM collections c,
                   LATERAL (SELECT id FROM products ORDER BY md5(c.handle || id) LIMIT 500) p;
            """;

    private final RunningShop shop;

    CatalogBench(RunningShop shop) {
        this.shop = shop;
    }

    @Test
    void pagesOfALargeCatalog() throws Exception {
        BenchServer.settle(shop);
        fill();
        Figures figures = new Figures("catalog");
        try (Load load = new Load(shop)) {
            Map<String, Load.Target> targets = new LinkedHashMap<>();
            for (Map.Entry<String, String> page : pages().entrySet()) {
                targets.put(page.getKey() + ", drawn", load.target(HOST, page.getValue(), KNOWN));
                targets.put(page.getKey() + ", kept", load.target(HOST, page.getValue()));
            }
            load.warm(targets.values());
            for (Map.Entry<String, Load.Target> target : targets.entrySet()) {
                add(figures, target.getKey(), target.getValue(), load.measure(target.getValue()));
            }
        }
        try (StatementLog log = StatementLog.of(shop, shop.activeStore(HANDLE))) {
            for (Map.Entry<String, String> page : pages().entrySet()) {
                figures.add(
                        page.getKey() + ", drawn, statements",
                        log.each(Wire.get(HOST, shop.port(), page.getValue(), KNOWN)),
                        "",
                        "3");
                figures.add(
                        page.getKey() + ", kept, statements",
                        log.each(Wire.get(HOST, shop.port(), page.getValue())),
                        "",
                        "0");
            }
        }
        figures.publish();
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "/");
        pages.put("list of 24", "/products");
        pages.put("product", "/products/thing-5000");
        return pages;
    }

    private static void add(Figures figures, String name, Load.Target target, Load.Pair pair) {
        Load.Cost subject = pair.subject();
        Load.Cost floor = pair.floor();
        figures.addBeside(
                name + ", CPU of the server",
                subject.cpuEach().server(),
                floor.cpuEach().server(),
                "us");
        figures.add(name + ", CPU of PostgreSQL", subject.cpuEach().postgres(), "us");
        figures.addBeside(
                name + ", the load client on the same cores", subject.perSecond(), floor.perSecond(), "requests/s");
        figures.add(name + ", size", target.length(), "bytes");
    }

    private void fill() throws Exception {
        new Operator(shop).createAll(List.of(HANDLE));
        Databases databases = shop.databases();
        String store = shop.activeStore(HANDLE);
        databases.run(databases.of(store), FILL.formatted(store, PRODUCTS));
        databases.run(databases.of(store), "VACUUM ANALYZE");
    }
}
