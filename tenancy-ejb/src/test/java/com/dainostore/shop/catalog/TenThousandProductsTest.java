package com.dainostore.shop.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatList;

import com.dainostore.shop.catalog.ShelfQuery.Filters;
import com.dainostore.shop.catalog.ShelfQuery.Order;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What it takes to look for something among ten thousand products, with the rights that the application has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenThousandProductsTest {
    private static final Filters CHOICE = new Filters(
            List.of("Vendor 3", "Vendor 4", "Vendor 5"),
            List.of(),
            Map.of("Colour", List.of("Red", "Blue")),
            true,
            1_000L,
            100_000L);

    private CatalogDatabase database;
    private UUID collection = new UUID(0, 0);

    @BeforeAll
    void fill() {
        database = new CatalogDatabase();
        database.sql("""
                INSERT INTO products (id, handle, title, description, status, vendor, type, tags, options, version)
                SELECT gen_random_uuid(), 'p-' || n,
                    (ARRAY['Oak', 'Walnut', 'Brass', 'Linen', 'Wool', 'Glass', 'Clay', 'Steel', 'Jute'])[1 + n % 9] || ' '
                        || (ARRAY['lamp', 'chair', 'table', 'bowl', 'rug', 'vase', 'mirror', 'clock', 'shelf', 'desk'])[1 + n % 10],
                    'Made with ' || md5(n::text) || ' by hand.', CASE WHEN n % 20 = 0 THEN 'draft' ELSE 'active' END,
                    'Vendor ' || n % 37, 'Type ' || n % 11, ARRAY['tag' || n % 50], ARRAY['Colour', 'Size'], 1
                FROM generate_series(1, 10000) n
                """);
        database.sql("""
                INSERT INTO variants (id, product_id, position, price_amount, currency, stock, options)
                SELECT gen_random_uuid(), p.id, v, 1000 + abs(hashtext(p.handle)) % 20000 + v * 100, 'EUR', v,
                    ARRAY[(ARRAY['Red', 'Blue', 'Green', 'Black'])[1 + v], (ARRAY['S', 'M', 'L', 'XL'])[1 + v]]
                FROM products p CROSS JOIN generate_series(0, 3) v
                """);
        database.sql("""
                INSERT INTO files (id, folder, name, content_type, size, sha256, width, height, key_id, sealed_key)
                VALUES (gen_random_uuid(), 'products', 'a.png', 'image/png', 1, sha256('x'), 4, 5, 'k', 'k')
                """);
        database.sql("""
                INSERT INTO product_pictures (id, product_id, file_id, position, name, width, height)
                SELECT gen_random_uuid(), p.id, f.id, 0, f.name, 4, 5 FROM products p CROSS JOIN files f
                """);
        database.inTransaction(entities -> {
            UUID last = new UUID(0, 0);
            while (last != null) {
                last = database.shelf(entities).refill(last);
            }
            return null;
        });
        database.sql("""
                INSERT INTO collections (id, handle, title, published)
                SELECT gen_random_uuid(), 'vendor-' || n, 'Vendor ' || n, true FROM generate_series(1, 36) n
                """);
        database.sql("""
                INSERT INTO collection_products (collection_id, product_id, position)
                SELECT c.id, p.id, row_number() OVER () FROM collections c CROSS JOIN products p WHERE p.vendor = c.title
                """);
        collection = UUID.fromString(database.texts("SELECT CAST(id AS text) FROM collections WHERE title = 'Vendor 3'")
                .get(0));
        database.sqlOfOwner("VACUUM ANALYZE");
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void aSearchWithFacetsTakesTwoStatementsAndReadsNoTableFromEndToEnd() {
        ShelfPage page =
                frugally(shelf -> shelf.page(new ShelfQuery("oak lamp", null, CHOICE, Order.RELEVANCE, 1, 24)));

        assertThat(page.total()).isPositive();
        assertThat(page.near()).isFalse();
        assertThat(page.cards()).isNotEmpty();
    }

    @Test
    void soDoesASearchForWhatIsSpelledWrongly() {
        ShelfPage page =
                frugally(shelf -> shelf.page(new ShelfQuery("wallnut lmap", null, CHOICE, Order.PRICE_UP, 1, 24)));

        assertThat(page.total()).isPositive();
        assertThat(page.near()).isTrue();
    }

    @Test
    void soDoesACollection() {
        ShelfPage page = frugally(shelf -> shelf.page(new ShelfQuery("", collection, CHOICE, Order.FEATURED, 1, 24)));

        assertThat(page.total()).isPositive();
    }

    @Test
    void suggestionsTakeOne() {
        assertThatList(frugally(shelf -> shelf.suggestions("waln"))).hasSize(6);
        assertThat(database.statements).hasSize(1);
    }

    @Test
    void pagesOfTheApiTakeThree() {
        ProductViews page = frugally(shelf -> shelf.products(ListProducts.first(20), collection, ""));

        assertThat(page.items()).hasSize(20);
        assertThat(database.statements).hasSize(3);
    }

    /** What is counted over the whole shop reads each product's one narrow row, and nothing else. */
    @Test
    void aListOfEverythingReadsNothingButTheRowsOfTheList() {
        assertThat(measured(shelf -> shelf.page(new ShelfQuery("", null, CHOICE, Order.NEWEST, 1, 24)))
                        .scans()
                        .keySet())
                .containsExactly("product_search");
        assertThat(database.statements).hasSize(2);
    }

    @Test
    void thePlansUnderTheStoresRoleAskTheIndexes() {
        String words = "EXPLAIN SELECT s.title FROM search_products('oak', 'english', false) h"
                + " JOIN product_search s ON s.product_id = h.product_id WHERE s.for_sale";
        assertThat(database.texts("SELECT current_user")).containsExactly("app_shop_" + database.store.suffix());
        assertThat(String.join("\n", database.texts(words)))
                .contains("Function Scan on search_products", "Index Cond: (product_id = h.product_id)")
                .doesNotContain("Seq Scan");
        String newest = "EXPLAIN SELECT title FROM product_search WHERE for_sale ORDER BY product_id DESC LIMIT 24";
        assertThat(String.join("\n", database.texts(newest))).contains("product_search_newest");
        String direct = "EXPLAIN SELECT 1 FROM product_words WHERE words @@ CAST('oak' AS tsquery)";
        assertThat(String.join("\n", database.texts(direct)))
                .as("why there are functions at all: ADR 24")
                .contains("Seq Scan on product_words");
    }

    private record Measured<T>(T result, Map<String, Long> scans) {}

    private <T> T frugally(Function<Shelf, T> work) {
        Measured<T> measured = measured(work);
        assertThat(measured.scans()).as("tables that were read from end to end").isEmpty();
        assertThat(database.statements).hasSizeLessThanOrEqualTo(3);
        return measured.result();
    }

    /** PostgreSQL counts what a transaction has read, that inside of functions included. */
    private <T> Measured<T> measured(Function<Shelf, T> work) {
        return database.inTransaction(entities -> {
            Map<String, Long> before = scans(entities);
            database.statements.clear();
            T result = work.apply(database.shelf(entities));
            List<String> statements = List.copyOf(database.statements);
            Map<String, Long> scans = scans(entities);
            scans.entrySet().removeIf(one -> one.getValue().equals(before.getOrDefault(one.getKey(), 0L)));
            scans.remove("collections");
            database.statements.clear();
            database.statements.addAll(statements);
            return new Measured<>(result, scans);
        });
    }

    private static Map<String, Long> scans(EntityManager entities) {
        Map<String, Long> scans = new TreeMap<>();
        for (Object row : entities.createNativeQuery("SELECT relname, seq_scan FROM pg_stat_xact_user_tables")
                .getResultList()) {
            Object[] table = (Object[]) row;
            scans.put(String.valueOf(table[0]), ((Number) table[1]).longValue());
        }
        return scans;
    }
}
