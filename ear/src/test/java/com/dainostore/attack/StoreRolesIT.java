package com.dainostore.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Databases;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody has the database passwords of one store: what its two roles can do is all that they can do. */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreRolesIT {
    private static final String DENIED = "42501";
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final String PASSWORD = "known-to-the-attacker";

    /** What neither role may do; {@code %s} is a role of another store. */
    private static final List<String> FORBIDDEN = List.of(
            "CREATE ROLE intruder",
            "CREATE DATABASE intruder",
            "SET ROLE %s",
            "SET ROLE postgres",
            "SET SESSION AUTHORIZATION %s",
            "SET SESSION AUTHORIZATION postgres",
            "GRANT %s TO current_user",
            "ALTER ROLE %s PASSWORD 'x'",
            "ALTER ROLE current_user SUPERUSER",
            "ALTER ROLE current_user CONNECTION LIMIT 100",
            "DROP ROLE %s",
            "SELECT * FROM pg_authid",
            "SELECT * FROM pg_shadow",
            "SELECT * FROM pg_stat_activity",
            "SELECT * FROM pg_stat_database",
            "SELECT * FROM pg_roles",
            "SELECT * FROM pg_user",
            "SELECT * FROM pg_group",
            "SELECT * FROM pg_db_role_setting",
            "SELECT * FROM pg_replication_slots",
            "SELECT * FROM pg_stat_replication",
            "SELECT * FROM pg_auth_members",
            "SELECT * FROM pg_shdescription",
            "SELECT * FROM pg_shdepend",
            "SELECT * FROM pg_tablespace",
            "SELECT * FROM pg_user_mapping",
            "SELECT * FROM pg_hba_file_rules",
            "SELECT * FROM pg_file_settings",
            "SELECT lo_creat(-1)",
            "SELECT lo_create(0)",
            "SELECT lo_from_bytea(0, 'x')",
            "SELECT lo_put(1, 0, 'x')",
            "SELECT lo_get(1)",
            "SELECT lo_import('/etc/passwd')",
            "SELECT lo_export(1, '/tmp/x')",
            "COPY (SELECT 1) TO PROGRAM 'true'",
            "COPY (SELECT 1) TO '/tmp/intruder'",
            "COPY products (title) FROM '/etc/passwd'",
            "SELECT pg_read_file('postgresql.conf')",
            "SELECT pg_ls_dir('.')",
            "SELECT pg_reload_conf()",
            "SELECT pg_switch_wal()",
            "SELECT pg_create_restore_point('x')",
            "CREATE EXTENSION dblink",
            "CREATE EXTENSION postgres_fdw",
            "CREATE EXTENSION file_fdw",
            "LOAD '/tmp/intruder.so'",
            "ALTER SYSTEM SET work_mem = '1GB'",
            "SELECT pg_create_physical_replication_slot('intruder')",
            "SELECT pg_create_logical_replication_slot('intruder', 'pgoutput')",
            "CREATE SUBSCRIPTION intruder CONNECTION 'host=127.0.0.1' PUBLICATION p",
            "CREATE PUBLICATION intruder FOR ALL TABLES",
            "CREATE TABLESPACE intruder LOCATION '/tmp'",
            "CREATE FUNCTION intruder() RETURNS int LANGUAGE c AS 'x', 'y'",
            "CREATE EVENT TRIGGER intruder ON ddl_command_start EXECUTE FUNCTION pg_reload_conf()",
            "SET session_replication_role = replica",
            "SET log_statement = 'none'");

    /** What the application may not do although the owner may. */
    private static final List<String> FORBIDDEN_TO_THE_APPLICATION = List.of(
            "SELECT * FROM pg_database",
            "SET ROLE {own}",
            "SET ROLE {mig}",
            "SET temp_file_limit = -1",
            "ALTER TABLE products DISABLE ROW LEVEL SECURITY",
            "ALTER TABLE products NO FORCE ROW LEVEL SECURITY",
            "DROP POLICY store_scope ON products",
            "CREATE POLICY open ON products USING (true)",
            "ALTER TABLE products ADD COLUMN x int",
            "DROP TABLE products",
            "TRUNCATE products CASCADE",
            "CREATE TABLE public.intruder (x int)",
            "CREATE TEMP TABLE intruder (x int)",
            "CREATE SCHEMA intruder",
            "CREATE FUNCTION public.intruder() RETURNS int LANGUAGE sql AS 'SELECT 1'",
            "CREATE EXTENSION citext",
            "INSERT INTO store_identity VALUES ('x')",
            "UPDATE store_identity SET store_id = 'x'",
            "DELETE FROM store_identity",
            "SELECT * FROM migrations.databasechangelog",
            "ALTER DATABASE {db} SET work_mem = '1GB'",
            "DROP DATABASE {db}");

    private final RunningShop shop;
    private final Databases databases;
    private TestStore store;
    private Roles own;
    private Roles foreign;
    private List<String> secrets = List.of();

    private record Roles(String database, String owner, String application, String migration) {}

    StoreRolesIT(RunningShop shop) {
        this.shop = shop;
        this.databases = shop.databases();
    }

    @BeforeAll
    void anAttackerWithThePasswordsOfOneStore() throws IOException, SQLException {
        store = TestStore.create(shop, "captured");
        own = roles(store);
        foreign = roles(TestStore.create(shop, "goal"));
        secrets = new ArrayList<>();
        for (String role : List.of(own.application, own.migration)) {
            secrets.add("ALTER ROLE " + role + " PASSWORD '"
                    + databases
                            .list("postgres", "SELECT rolpassword FROM pg_authid WHERE rolname = ?", role)
                            .get(0)
                    + "'");
            databases.run("postgres", "ALTER ROLE " + role + " PASSWORD '" + PASSWORD + "'");
        }
    }

    @AfterAll
    void givePasswordsBack() throws SQLException {
        for (String secret : secrets) {
            databases.run("postgres", secret);
        }
    }

    @Test
    void theRolesDoTheirOwnWork() throws SQLException {
        try (Connection application = asApplication()) {
            assertThat(rows(application, "SELECT * FROM products")).isZero();
            run(application, "SET app.store_id = '" + store.id() + "'");
            assertThat(rows(application, "SELECT * FROM products")).isEqualTo(1);
        }
        try (Connection migration = asMigration()) {
            run(migration, "CREATE TABLE tried (x int)");
            run(migration, "DROP TABLE tried");
        }
    }

    @Test
    void neitherRoleCanDoWhatIsForbidden() throws SQLException {
        SoftAssertions soft = new SoftAssertions();
        try (Connection application = asApplication();
                Connection migration = asMigration()) {
            for (String sql : FORBIDDEN) {
                for (String role : Set.of(foreign.owner, foreign.application, foreign.migration)) {
                    denied(soft, application, sql.formatted(role));
                    denied(soft, migration, sql.formatted(role));
                }
            }
        }
        soft.assertAll();
    }

    @Test
    void theApplicationCannotDoWhatTheOwnerCan() throws SQLException {
        SoftAssertions soft = new SoftAssertions();
        try (Connection application = asApplication()) {
            for (String sql : FORBIDDEN_TO_THE_APPLICATION) {
                String ours = sql.replace("{own}", own.owner).replace("{mig}", own.migration);
                denied(soft, application, ours.replace("{db}", own.database));
            }
        }
        soft.assertAll();
    }

    @Test
    void noOtherDatabaseCanBeConnectedTo() throws SQLException {
        List<String> all = databases.list("postgres", "SELECT datname FROM pg_database");
        assertThat(all).contains(own.database, foreign.database, Databases.REGISTRY, "postgres", "template1");
        assertThat(all).anyMatch(name -> isTemplate(name));
        SoftAssertions soft = new SoftAssertions();
        for (String database : all) {
            if (!database.equals(own.database)) {
                soft.assertThat(connects(database, own.application))
                        .as(database)
                        .isFalse();
                soft.assertThat(connects(database, own.migration)).as(database).isFalse();
            }
        }
        soft.assertThat(connects(own.database, own.owner))
                .as("the owner's role")
                .isFalse();
        soft.assertAll();
        assertThat(connects(own.database, own.application)).isTrue();
    }

    @Test
    void aDatabaseThatIsBeingBornCannotBeConnectedTo() throws Exception {
        Set<String> known = new TreeSet<>(databases.list("postgres", "SELECT datname FROM pg_database"));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<Integer> births = threads.submit((Callable<Integer>) () -> {
            for (int i = 0; i < 3; i++) {
                TestStore.create(shop, "newborn");
            }
            return 3;
        });
        Future<Set<String>> open = threads.submit(() -> openToEverybody(births));
        Set<String> tried = new TreeSet<>();
        try (Connection admin = databases.connect("postgres")) {
            while (!births.isDone()) {
                for (String database : texts(admin, "SELECT datname FROM pg_database")) {
                    if (!known.contains(database)) {
                        tried.add(database);
                        assertThat(connects(database, own.application))
                                .as("a database that is being born")
                                .isFalse();
                    }
                }
            }
        }
        threads.shutdown();
        assertThat(births.get()).isEqualTo(3);
        assertThat(known).containsAll(open.get());
        assertThat(tried).hasSizeGreaterThanOrEqualTo(2);
    }

    /** Databases that were open to every role at any moment: looked at many times in the time that one login takes. */
    private Set<String> openToEverybody(Future<?> births) throws SQLException {
        Set<String> open = new TreeSet<>();
        try (Connection admin = databases.connect("postgres")) {
            while (!births.isDone()) {
                open.addAll(texts(
                        admin,
                        "SELECT datname FROM pg_database"
                                + " WHERE datallowconn AND has_database_privilege('public', oid, 'CONNECT')"));
            }
        }
        return open;
    }

    @Test
    void theConnectionLimitHolds() throws SQLException {
        List<Connection> connections = new ArrayList<>();
        String state = "";
        try {
            for (int i = 0; i < 21 && state.isEmpty(); i++) {
                connections.add(asApplication());
            }
        } catch (SQLException e) {
            state = e.getSQLState();
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
        assertThat(state).isEqualTo(TOO_MANY_CONNECTIONS);
    }

    @Test
    void everyTableOfAStoreHasForcedRowSecurity() throws SQLException {
        String tables = """
                SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'migrations')
                """;
        assertThat(databases.list(own.database, tables)).contains("products", "variants", "people", "outbox");
        assertThat(databases.list(
                        own.database,
                        tables
                                + " AND NOT (c.relrowsecurity AND"
                                // ADR 24: the functions that search read the words as their owner.
                                + " (c.relforcerowsecurity OR c.relname = 'product_words') AND EXISTS (SELECT"
                                + " FROM pg_policy p WHERE p.polrelid = c.oid AND p.polqual IS NOT NULL AND"
                                + " p.polwithcheck IS NOT NULL))"))
                .isEmpty();
        assertThat(databases.list(
                        own.database,
                        "SELECT polname FROM pg_policy WHERE pg_get_expr(polqual, polrelid) NOT LIKE '%app.store_id%'"))
                .isEmpty();
        assertThat(databases.list(
                        own.database,
                        "SELECT viewname FROM pg_views WHERE schemaname NOT IN ('pg_catalog',"
                                + " 'information_schema')"))
                .isEmpty();
    }

    @Test
    void anotherStoresIdShowsAndTakesNoRow() throws SQLException {
        for (String id : List.of("", "store_00000000000000000000")) {
            try (Connection application = asApplication();
                    Connection migration = asMigration()) {
                for (Connection connection : List.of(application, migration)) {
                    run(connection, "SET app.store_id = '" + id + "'");
                    for (String table : List.of("products", "variants", "people", "store_identity")) {
                        assertThat(rows(connection, "SELECT * FROM " + table)).isZero();
                    }
                }
                assertThat(update(application, "UPDATE products SET title = 'x'"))
                        .isZero();
                assertThat(update(application, "DELETE FROM products")).isZero();
                String foreignRow = "INSERT INTO outbox (id, store_id, kind, payload) VALUES (gen_random_uuid(), '"
                        + store.id() + "', 'x', '{}')";
                assertThat(stateOf(application, foreignRow)).isEqualTo(DENIED);
            }
        }
    }

    private static void denied(SoftAssertions soft, Connection connection, String sql) {
        soft.assertThat(stateOf(connection, sql)).as(sql).isEqualTo(DENIED);
    }

    private static String stateOf(Connection connection, String sql) {
        try {
            run(connection, sql);
            return "it worked";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private static boolean isTemplate(String name) {
        return name.startsWith("tmpl");
    }

    private boolean connects(String database, String role) {
        try (Connection connection = databases.connect(database, role, PASSWORD)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private Connection asApplication() throws SQLException {
        return databases.connect(own.database, own.application, PASSWORD);
    }

    private Connection asMigration() throws SQLException {
        return databases.connect(own.database, own.migration, PASSWORD);
    }

    private Roles roles(TestStore of) throws SQLException {
        String sql = "SELECT %s FROM store_databases WHERE store_id = ?";
        List<String> names = new ArrayList<>();
        for (String column : List.of("database_name", "owner_role", "application_role", "migration_role")) {
            names.addAll(databases.list(Databases.REGISTRY, sql.formatted(column), of.id()));
        }
        return new Roles(names.get(0), names.get(1), names.get(2), names.get(3));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int update(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static int rows(Connection connection, String sql) throws SQLException {
        return texts(connection, sql).size();
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
