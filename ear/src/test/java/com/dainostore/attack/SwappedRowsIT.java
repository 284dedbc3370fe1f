package com.dainostore.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Databases;
import com.dainostore.testing.Eventually;
import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The registry, or the database server, names the wrong database for a store: it stays closed, and shows no row. */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SwappedRowsIT {
    private static final List<String> PATHS = List.of("/", "/products", "/api/v1/products");
    private static final Duration SOON = Duration.ofSeconds(15);

    private final RunningShop shop;
    private final Databases databases;
    private TestStore a;
    private TestStore b;

    SwappedRowsIT(RunningShop shop) {
        this.shop = shop;
        this.databases = shop.databases();
    }

    @BeforeAll
    void twoStores() throws IOException {
        a = TestStore.create(shop, "left");
        b = TestStore.create(shop, "right");
    }

    @Test
    void swappedRowsOpenNeitherStore() throws SQLException {
        swapped("server_id, database_name, owner_role, application_role, application_secret, migration_role,"
                + " migration_secret");
    }

    @Test
    void aSwappedDatabaseNameOpensNeitherStore() throws SQLException {
        swapped("database_name");
    }

    @Test
    void swappedCredentialsOpenNeitherStore() throws SQLException {
        swapped("application_role, application_secret");
    }

    /** Nothing but the identity in the database itself can tell: names, roles, passwords and grants are all right. */
    @Test
    void aDatabaseUnderTheNameOfAnotherStoresStaysClosed() throws SQLException {
        String left = databases.of(a.id());
        String right = databases.of(b.id());
        try {
            exchange(left, right);
            // Whoever moves databases might also repair what they are allowed to.
            grantAll(left, application(a));
            grantAll(right, application(b));
            reopen(19);
            closed(a);
            closed(b);
        } finally {
            exchange(left, right);
            reopen(20);
        }
        answersAgain();
    }

    private void swapped(String columns) throws SQLException {
        try {
            swap(columns);
            closed(a);
            closed(b);
        } finally {
            swap(columns);
        }
        answersAgain();
    }

    /** Swaps columns between the rows of the two stores in one transaction, and says so to all nodes. */
    private void swap(String columns) throws SQLException {
        List<String> names = List.of(columns.split(",\\s*"));
        String set = String.join(
                ", ", names.stream().map(name -> name + " = other." + name).toList());
        try (Connection connection = databases.connect(Databases.REGISTRY);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String both = " WHERE store_id IN ('" + a.id() + "', '" + b.id() + "')";
            statement.execute("CREATE TEMP TABLE old AS SELECT * FROM store_databases" + both);
            statement.execute("CREATE TEMP TABLE new AS SELECT * FROM old");
            statement.execute("UPDATE new SET " + set + " FROM old AS other WHERE other.store_id <> new.store_id");
            statement.execute("DELETE FROM store_databases" + both);
            statement.execute("INSERT INTO store_databases SELECT * FROM new");
            statement.execute("INSERT INTO changes (store_id, kind) VALUES ('" + a.id() + "', 'test'), ('" + b.id()
                    + "', 'test')");
            connection.commit();
        }
    }

    /** Makes every node open both stores anew, by a change that does not matter. */
    private void reopen(int limit) throws SQLException {
        databases.run(
                Databases.REGISTRY,
                "UPDATE store_databases SET connection_limit = " + limit + " WHERE store_id IN ('" + a.id() + "', '"
                        + b.id() + "'); INSERT INTO changes (store_id, kind) VALUES ('" + a.id() + "', 'test'), ('"
                        + b.id() + "', 'test')");
    }

    private void exchange(String left, String right) throws SQLException {
        try (Connection connection = databases.connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String name : List.of(left, right)) {
                statement.execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
                statement.execute(
                        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '" + name + "'");
            }
            statement.execute("ALTER DATABASE " + left + " RENAME TO between");
            statement.execute("ALTER DATABASE " + right + " RENAME TO " + left);
            statement.execute("ALTER DATABASE between RENAME TO " + right);
            for (String name : List.of(left, right)) {
                statement.execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
            }
        }
    }

    private String application(TestStore store) throws SQLException {
        return databases
                .list(Databases.REGISTRY, "SELECT application_role FROM store_databases WHERE store_id = ?", store.id())
                .get(0);
    }

    private void grantAll(String database, String role) throws SQLException {
        databases.run("postgres", "GRANT CONNECT ON DATABASE " + database + " TO " + role);
        databases.run(
                database,
                "GRANT USAGE ON SCHEMA public TO " + role + "; GRANT ALL ON ALL TABLES IN SCHEMA public TO " + role);
    }

    private void closed(TestStore store) {
        TestStore other = store == a ? b : a;
        for (String path : PATHS) {
            Eventually.holds(SOON, store.handle() + path + " is closed", () -> {
                Http.Answer answer = store.get(path).send();
                // Fails at once, not when the time is over: one such answer is one too many.
                if (answer.text().contains(other.canary())) {
                    throw new Crossed(answer);
                }
                return answer.status() == 503 && answer.header("Retry-After").isPresent();
            });
        }
        assertThat(store.get("/api/admin/v1/products")
                        .bearer(store.token())
                        .send()
                        .text())
                .doesNotContain(store.canary())
                .doesNotContain(other.canary());
    }

    private void answersAgain() {
        Eventually.holds(SOON, "both stores answer again", () -> a.isUntouched() && b.isUntouched());
        assertThat(a.get("/products").send().text()).contains(a.canary()).doesNotContain(b.canary());
        assertThat(b.get("/products").send().text()).contains(b.canary()).doesNotContain(a.canary());
    }

    /** An error, so that waiting does not swallow it. */
    private static final class Crossed extends Error {
        private static final long serialVersionUID = 1L;

        Crossed(Http.Answer answer) {
            super("A row of the other store: " + answer);
        }
    }
}
