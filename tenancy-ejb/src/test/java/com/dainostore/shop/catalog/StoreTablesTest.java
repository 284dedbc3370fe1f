package com.dainostore.shop.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The second wall: whatever table a changelog adds must be behind it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreTablesTest {
    private static final String TABLES =
            "FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace";

    private CatalogDatabase database;

    @BeforeAll
    void open() {
        database = new CatalogDatabase();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void everyTableForcesRowSecurity() {
        assertThat(database.texts("SELECT relname " + TABLES)).contains("products", "variants", "outbox", "people");
        assertThat(database.texts("SELECT relname " + TABLES + " AND NOT relrowsecurity"))
                .isEmpty();
    }

    /** ADR 24: the functions that search read it as its owner. */
    @Test
    void onlyTheWordsAreNotForcedUponTheirOwner() {
        assertThat(database.texts("SELECT relname " + TABLES + " AND NOT relforcerowsecurity"))
                .containsExactly("product_words");
        assertThat(database.texts("""
                        SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef
                        ORDER BY proname
                        """)).containsExactly("search_products", "suggest_products");
    }

    @Test
    void everyTableComparesBothReadsAndWritesWithTheStoreOfTheConnection() {
        assertThat(database.texts("SELECT relname " + TABLES + """
                         AND NOT EXISTS (SELECT FROM pg_policies p
                             WHERE p.tablename = c.relname AND p.qual = p.with_check AND p.cmd = 'ALL'
                               AND p.qual = '(store_id = current_setting(''app.store_id''::text, true))')
                        """)).isEmpty();
        assertThat(database.texts("SELECT tablename FROM pg_policies WHERE policyname <> 'store_scope'"))
                .isEmpty();
    }

    @Test
    void aConnectionOfAnotherStoreSeesAndWritesNothing() {
        database.call(catalog -> catalog.create(ProductBuilder.product().build()));
        String titles = "SELECT title FROM products";
        String elsewhere = "SET app.store_id = 'store_another'";

        assertThat(database.texts(titles)).hasSize(1);
        assertThat(database.texts(titles, elsewhere)).isEmpty();
        assertThat(database.texts(titles, "SET app.store_id = ''")).isEmpty();
        assertThat(database.texts("UPDATE products SET title = 'Taken' RETURNING title", elsewhere))
                .isEmpty();
        assertThat(database.texts(titles, elsewhere, "RESET ALL")).hasSize(1);
    }

    @Test
    void everyPrimaryKeyIsThereForReplication() {
        assertThat(database.texts("SELECT relname " + TABLES
                        + " AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary)"))
                .isEmpty();
    }
}
