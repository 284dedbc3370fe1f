package com.dainostore.shop.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogIndexTest {
    private CatalogDatabase database;

    @BeforeAll
    void open() {
        database = new CatalogDatabase();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.sql("DELETE FROM collections");
        database.sql("DELETE FROM products");
    }

    @Test
    void anEmptyStoreHasNoParts() {
        assertThat(sizes()).isEqualTo(new CatalogIndex.Sizes(0, 0));
        assertThat(products(1)).isEmpty();
    }

    @Test
    void onlyWhatShoppersSeeIsTold() {
        add("lamp", "active", 1);
        add("draft", "draft", 1);
        add("archived", "archived", 1);
        database.sql("INSERT INTO collections (id, handle, title, published) VALUES"
                + " (gen_random_uuid(), 'light', 'Light', true), (gen_random_uuid(), 'hidden', 'Hidden', false)");

        assertThat(sizes()).isEqualTo(new CatalogIndex.Sizes(1, 1));
        assertThat(products(1)).extracting(CatalogIndex.Entry::handle).containsExactly("lamp-1");
        List<CatalogIndex.Entry> collections = index(catalog -> catalog.collections(1));
        assertThat(collections).extracting(CatalogIndex.Entry::handle).containsExactly("light");
    }

    @Test
    void partsHaveABoundAndTogetherNameEachProductOnce() {
        add("many", "active", CatalogIndex.PART + 1);

        assertThat(sizes().products()).isEqualTo(2);
        List<CatalogIndex.Entry> first = products(1);
        List<CatalogIndex.Entry> second = products(2);
        assertThat(first).hasSize(CatalogIndex.PART).doesNotContainAnyElementsOf(second);
        assertThat(second).hasSize(1);
        assertThat(products(3)).isEmpty();
    }

    private void add(String handle, String status, int count) {
        database.sql("INSERT INTO products (id, handle, title, status, version) SELECT gen_random_uuid(), '" + handle
                + "-' || n, 'Title', '" + status + "', 1 FROM generate_series(1, " + count + ") n");
    }

    private CatalogIndex.Sizes sizes() {
        return index(CatalogIndex::sizes);
    }

    private List<CatalogIndex.Entry> products(int part) {
        return index(catalog -> catalog.products(part));
    }

    private <T> T index(Function<CatalogIndex, T> question) {
        return database.inTransaction(entities -> {
            CatalogIndex index = new CatalogIndex();
            index.entities = entities;
            return question.apply(index);
        });
    }
}
