package com.dainostore.shop.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How PostgreSQL finds what pages show among 10,000 products, as the store's own role and below row security. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagePlansTest {
    private CatalogDatabase database;

    @BeforeAll
    void fill() {
        database = new CatalogDatabase();
        database.sql("INSERT INTO products (id, handle, title, status, version)"
                + " SELECT uuidv7(), 'thing-' || n, 'Thing', 'active', 1 FROM generate_series(1, 10000) n");
        database.sql("INSERT INTO variants (id, product_id, position, price_amount, currency)"
                + " SELECT uuidv7(), p.id, v, 100, 'EUR' FROM products p, generate_series(0, 1) v");
        database.sql("INSERT INTO collections (id, handle, title, published)"
                + " SELECT uuidv7(), 'collection-' || n, 'Collection', true FROM generate_series(1, 50) n");
        database.sql("INSERT INTO collection_products (collection_id, product_id, position)"
                + " SELECT c.id, p.id, row_number() OVER () FROM collections c,"
                + " LATERAL (SELECT id FROM products ORDER BY md5(c.handle || id) LIMIT 500) p");
        database.sql("UPDATE products SET handle = 'new-' || handle");
        for (String table :
                new String[] {"products", "variants", "collections", "collection_products", "former_handles"}) {
            database.sql("ANALYZE " + table);
        }
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void noPageReadsALargeTableWhole() {
        assertThat(plan(Products.CARDS, "'ffffffff-ffff-ffff-ffff-ffffffffffff'", "25"))
                .doesNotContain("Seq Scan");
        assertThat(plan(Showcase.COLLECTIONS, "6")).doesNotContainPattern("Seq Scan on (?!collections)");
        assertThat(plan(FormerHandles.PRODUCT, "'thing-77'")).doesNotContain("Seq Scan");
        assertThat(plan(FormerHandles.COLLECTION, "'collection-7'"))
                .doesNotContainPattern("Seq Scan on (?!collections)");
    }

    private String plan(String sql, String... values) {
        String text = sql;
        for (int i = 0; i < values.length; i++) {
            text = text.replace("?" + (i + 1), values[i]);
        }
        return String.join("\n", database.texts("EXPLAIN " + text));
    }
}
