package com.dainostore.shop.catalog;

import static com.dainostore.shop.catalog.ProductBuilder.product;
import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.tenancy.database.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The version of the catalog as the database itself keeps it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogVersionTest {
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
    void oneProductInACollection() {
        database.sql("DELETE FROM collections");
        database.sql("DELETE FROM products");
        database.call(catalog -> catalog.create(product().handle("lamp").build()));
        database.sql("INSERT INTO collections (id, handle, title, published)"
                + " VALUES (gen_random_uuid(), 'light', 'Light', true)");
        database.sql("INSERT INTO picked_products (collection_id, product_id, position)"
                + " SELECT c.id, p.id, 1 FROM collections c, products p");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE products SET title = 'Other'",
                "UPDATE variants SET stock = stock - 1",
                "UPDATE collections SET published = false",
                "UPDATE picked_products SET position = 2",
                "DELETE FROM picked_products",
                "DELETE FROM products",
                "INSERT INTO collection_products (collection_id, product_id) SELECT collection_id, product_id FROM picked_products",
                "DELETE FROM product_search",
                "UPDATE product_words SET name = 'other'",
                "TRUNCATE products CASCADE",
                "INSERT INTO products (id, handle, title, status, version)"
                        + " VALUES (gen_random_uuid(), 'new', 'New', 'active', 1)"
            })
    void everyChangeOfTheCatalogMakesAnotherVersion(String change) {
        UUID before = database.version();

        database.sqlOfOwner(change);

        assertThat(database.version()).isNotEqualTo(before);
        assertThat(database.texts("SELECT CAST(count(*) AS text) FROM catalog_touches"))
                .containsExactly("0");
        assertThat(database.texts("SELECT CAST(count(*) AS text) FROM catalog_version"))
                .containsExactly("1");
    }

    @Test
    void whatIsNoPartOfTheCatalogLeavesTheVersion() {
        UUID before = database.version();

        database.sql("INSERT INTO outbox (id, kind, payload) VALUES (gen_random_uuid(), 'other', '{}')");

        assertThat(database.version()).isEqualTo(before);
    }

    @Test
    void aChangeThatIsTakenBackLeavesTheVersion() throws SQLException {
        UUID before = database.version();
        try (Connection connection = open(database)) {
            connection.setAutoCommit(false);
            execute(connection, "UPDATE products SET title = 'Other'");
            connection.rollback();
        }
        assertThat(database.version()).isEqualTo(before);
    }

    @Test
    void aChangeThatIsTakenBackToASavepointDoesNotHideTheNextOne() throws SQLException {
        UUID before = database.version();
        try (Connection connection = open(database)) {
            connection.setAutoCommit(false);
            execute(connection, "SAVEPOINT here; UPDATE products SET title = 'Other'; ROLLBACK TO here");
            execute(connection, "UPDATE products SET title = 'Third'");
            connection.commit();
        }
        assertThat(database.version()).isNotEqualTo(before);
    }

    @Test
    @Timeout(30)
    void whoChangesOneProductDoesNotWaitForWhoIsChangingAnother() throws SQLException {
        UUID lamp = idOf("lamp");
        UUID bowl = database.call(
                        catalog -> catalog.create(product().handle("bowl").build()))
                .id();
        UUID before = database.version();
        try (Connection slow = open(database);
                Connection fast = open(database)) {
            slow.setAutoCommit(false);
            execute(slow, "UPDATE products SET title = 'Slow' WHERE id = '" + lamp + "'");
            execute(fast, "SET lock_timeout = '5s'");
            execute(fast, "UPDATE products SET title = 'Fast' WHERE id = '" + bowl + "'");
            UUID between = database.version();
            assertThat(between).isNotEqualTo(before);

            slow.commit();
            assertThat(database.version()).isNotEqualTo(between);
        }
    }

    /** An operator with a console of PostgreSQL says nothing of a store. */
    @Test
    void aRepairByHandCountsToo() throws Exception {
        database.sql("INSERT INTO store_identity DEFAULT VALUES");
        UUID before = database.version();
        try (Connection superuser =
                TestPostgres.superuser("shop_" + database.store().suffix())) {
            execute(superuser, "UPDATE products SET title = 'Repaired'");
        }
        assertThat(database.version()).isNotEqualTo(before);
    }

    @Test
    void everyChangeIsToldOnThisNode() {
        database.touches.clear();

        UUID id = idOf("lamp");
        database.call(catalog -> catalog.update(id, product().title("Other").build(), null));
        database.call(catalog -> catalog.deleteAll(Set.of(id)));

        assertThat(database.touches)
                .containsExactly(new CatalogTouched(database.store()), new CatalogTouched(database.store()));
    }

    private UUID idOf(String handle) {
        return UUID.fromString(database.texts("SELECT CAST(id AS text) FROM products WHERE handle = '" + handle + "'")
                .get(0));
    }

    private static Connection open(CatalogDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
