package com.dainostore.tenancy.database;

import static com.dainostore.tenancy.database.TestStores.execute;
import static com.dainostore.tenancy.database.TestStores.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that the roles of one store must not do, tried by the application, by migrations and by the owner. */
class StoreIsolationTest {
    private static final String DENIED = "42501";

    private static StoreDatabase mine;
    private static StoreDatabase other;

    enum Attacker {
        APPLICATION {
            @Override
            Connection connect() throws SQLException {
                return TestStores.asApplication(mine);
            }
        },
        MIGRATION {
            @Override
            Connection connect() throws SQLException {
                Connection connection = TestStores.databases().asMigration(mine);
                execute(connection, "SET ROLE NONE");
                return connection;
            }
        },
        OWNER {
            @Override
            Connection connect() throws SQLException {
                return TestStores.databases().asMigration(mine);
            }
        };

        abstract Connection connect() throws SQLException;
    }

    record Attack(Attacker attacker, String sql) {}

    @BeforeAll
    static void twoStores() throws SQLException {
        mine = TestStores.create();
        other = TestStores.create();
    }

    @AfterAll
    static void noTrace() throws SQLException {
        TestStores.databases().drop(mine);
        TestStores.databases().drop(other);
    }

    static Stream<Attack> attacks() throws SQLException {
        List<String> statements = new ArrayList<>(List.of(
                "CREATE ROLE intruder",
                "CREATE DATABASE intruder",
                "CREATE USER intruder SUPERUSER",
                "SET ROLE postgres",
                "SET SESSION AUTHORIZATION postgres",
                "ALTER ROLE CURRENT_USER SUPERUSER",
                "ALTER ROLE CURRENT_USER CONNECTION LIMIT -1",
                "ALTER ROLE CURRENT_USER BYPASSRLS",
                "SELECT * FROM pg_authid",
                "SELECT * FROM pg_shadow",
                "SELECT * FROM pg_stat_activity",
                "SELECT * FROM pg_stat_database",
                "SELECT * FROM pg_roles",
                "SELECT * FROM pg_user",
                "SELECT * FROM pg_auth_members",
                "SELECT * FROM pg_shdepend",
                "SELECT * FROM pg_replication_slots",
                "SELECT * FROM pg_hba_file_rules",
                "SELECT lo_create(0)",
                "SELECT lo_creat(-1)",
                "SELECT lo_from_bytea(0, 'x')",
                "SELECT lo_import('/etc/passwd')",
                "SELECT lo_open(1, 131072)",
                "COPY (SELECT 1) TO PROGRAM 'true'",
                "CREATE TEMP TABLE l (t text); COPY l FROM PROGRAM 'id'",
                "COPY (SELECT 1) TO '/tmp/dainostore-attack'",
                "SELECT pg_read_file('PG_VERSION')",
                "SELECT pg_ls_dir('.')",
                "SELECT * FROM pg_ls_logdir()",
                "CREATE EXTENSION dblink",
                "CREATE EXTENSION postgres_fdw",
                "CREATE EXTENSION file_fdw",
                "CREATE FOREIGN DATA WRAPPER w",
                "LOAD 'auto_explain'",
                "CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'libpq', 'x'",
                "CREATE LANGUAGE plpython3u",
                "ALTER SYSTEM SET fsync = off",
                "SET session_replication_role = replica",
                "SET temp_file_limit = -1",
                "SELECT pg_reload_conf()",
                "SELECT pg_rotate_logfile()",
                "SELECT pg_switch_wal()",
                "SELECT pg_create_physical_replication_slot('intruder')",
                "SELECT pg_create_logical_replication_slot('intruder', 'pgoutput')",
                "CREATE SUBSCRIPTION s CONNECTION 'host=127.0.0.1' PUBLICATION p WITH (connect = false)",
                "CREATE TABLESPACE t LOCATION '/tmp'",
                "CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION pg_notify()",
                "CREATE TABLE pg_catalog.intruder (n int)",
                "UPDATE pg_class SET relname = relname",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_get_activity(NULL) WHERE usesysid = 10 AND pid IS NOT NULL",
                "CHECKPOINT"));
        statements.add("SET ROLE " + StoreDatabases.quote(other.ownerRole()));
        statements.add("SET ROLE " + StoreDatabases.quote(other.applicationRole()));
        statements.add("SET ROLE tmpl_own");
        statements.add("GRANT " + other.ownerRole() + " TO CURRENT_USER");
        statements.add("ALTER ROLE " + other.applicationRole() + " PASSWORD 'x'");
        statements.add("DROP DATABASE " + other.databaseName());
        statements.add("ALTER DATABASE " + other.databaseName() + " CONNECTION LIMIT 0");
        statements.add("ALTER DATABASE " + TestStores.template() + " ALLOW_CONNECTIONS true");
        statements.add("REASSIGN OWNED BY tmpl_own TO CURRENT_USER");
        List<Attack> attacks = new ArrayList<>();
        for (Attacker attacker : Attacker.values()) {
            statements.forEach(sql -> attacks.add(new Attack(attacker, sql)));
        }
        List.of(
                        "SELECT * FROM pg_database",
                        "CREATE TABLE public.mine (n int)",
                        "CREATE SCHEMA mine",
                        "CREATE TEMP TABLE mine (n int)",
                        "DROP TABLE things",
                        "TRUNCATE things",
                        "ALTER TABLE things DISABLE ROW LEVEL SECURITY",
                        "ALTER TABLE things NO FORCE ROW LEVEL SECURITY",
                        "CREATE POLICY p ON things USING (true)",
                        "DROP POLICY store_scope ON things",
                        "INSERT INTO store_identity DEFAULT VALUES",
                        "UPDATE store_identity SET store_id = 'x'",
                        "DELETE FROM store_identity",
                        "INSERT INTO things (store_id) VALUES ('store_of_another')",
                        "SELECT * FROM migrations.x",
                        "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                        "SET ROLE " + mine.ownerRole(),
                        "ALTER DEFAULT PRIVILEGES FOR ROLE " + mine.ownerRole() + " GRANT ALL ON TABLES TO PUBLIC",
                        "ALTER DATABASE " + mine.databaseName() + " SET app.store_id = 'x'")
                .forEach(sql -> attacks.add(new Attack(Attacker.APPLICATION, sql)));
        return attacks.stream();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isDenied(Attack attack) throws SQLException {
        try (Connection connection = attack.attacker().connect()) {
            assertThatThrownBy(() -> execute(connection, attack.sql()))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo(DENIED));
        }
    }

    @ParameterizedTest
    @EnumSource(Attacker.class)
    void findsNoOtherStoresNameInAnyCatalog(Attacker attacker) throws SQLException {
        try (Connection connection = attacker.connect()) {
            int readable = 0;
            for (String catalog : catalogs(connection)) {
                if (attacker != Attacker.APPLICATION && catalog.equals("pg_catalog.pg_database")) {
                    continue; // Liquibase needs it: the owner of a store can see the random names of databases.
                }
                try {
                    assertThat(value(connection, mentionsOfTheOther(catalog)))
                            .as(catalog)
                            .isEmpty();
                    readable++;
                } catch (SQLException refused) {
                    assertThat(refused.getSQLState()).as(catalog).isEqualTo("42501");
                }
            }
            assertThat(readable).isGreaterThan(80);
        }
    }

    private static String mentionsOfTheOther(String catalog) {
        return "SELECT x::text FROM %s x WHERE x::text LIKE '%%%s%%' OR x::text LIKE '%%%s%%' LIMIT 1"
                .formatted(catalog, other.databaseName(), other.applicationRole());
    }

    /** All but the two that would show this very query. */
    private static List<String> catalogs(Connection connection) throws SQLException {
        return List.of(value(connection, """
                SELECT string_agg(n.nspname || '.' || c.relname, ' ') FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname IN ('pg_catalog', 'information_schema') AND c.relkind IN ('r', 'v')
                  AND c.relname NOT IN ('pg_cursors', 'pg_prepared_statements')
                """).split(" "));
    }

    @Test
    void noRoleEntersAnotherDatabase() {
        for (String database :
                List.of(other.databaseName(), "postgres", "template1", "dainostore_registry", TestStores.template())) {
            assertThatThrownBy(() -> TestStores.connect(mine, database).close())
                    .as("application in " + database)
                    .isInstanceOf(SQLException.class)
                    .hasMessageNotContaining("does not exist");
            assertThatThrownBy(() -> asMigration(database).close())
                    .as("migration in " + database)
                    .isInstanceOf(SQLException.class)
                    .hasMessageNotContaining("does not exist");
        }
    }

    private static Connection asMigration(String database) throws SQLException {
        var properties = Postgres.properties(mine.migrationRole(), mine.migrationPassword(), "test");
        return Postgres.connect(TestPostgres.address().url(database), properties);
    }

    @Test
    void theOwnerCannotLogIn() {
        var properties = Postgres.properties(mine.ownerRole(), mine.migrationPassword(), "test");

        assertThatThrownBy(() -> Postgres.connect(TestPostgres.address().url(mine.databaseName()), properties))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).startsWith("28"));
    }

    @Test
    void aDatabaseBeingBornIsClosedToEverybody() throws SQLException {
        StoreDatabase born = StoreDatabase.invent(mine.store(), EmbeddedPostgres.ID, 20);
        StoreDatabases databases = TestStores.databases();
        databases.createRoles(born);
        databases.createFromTemplate(born, TestStores.template());
        try {
            for (StoreDatabase attacker : List.of(mine, born)) {
                assertThatThrownBy(() -> TestStores.connect(attacker, born.databaseName())
                                .close())
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("not currently accepting connections");
            }
        } finally {
            databases.drop(born);
        }
    }

    @Test
    void theApplicationWorksOnItsRowsAndSeesOnlyThose() throws SQLException {
        try (Connection connection = TestStores.asApplication(mine)) {
            execute(connection, "INSERT INTO things (name) VALUES ('new')");
            execute(connection, "UPDATE things SET name = 'newer' WHERE name = 'new'");
            execute(connection, "DELETE FROM things WHERE name = 'newer'");
            assertThat(value(connection, "SELECT store_id FROM store_identity"))
                    .isEqualTo(mine.store().value());
            execute(connection, "SET app.store_id = '" + other.store() + "'");
            assertThat(value(connection, "SELECT count(*) FROM things")).isEqualTo("0");
        }
    }

    @Test
    void whatAMigrationMakesLaterIsOpenToTheApplication() throws SQLException {
        try (Connection owner = TestStores.databases().asMigration(mine)) {
            execute(owner, "CREATE TABLE later (id bigint GENERATED ALWAYS AS IDENTITY, n int)");
        }
        try (Connection connection = TestStores.asApplication(mine)) {
            execute(connection, "INSERT INTO later (n) VALUES (1)");
            assertThatThrownBy(() -> execute(connection, "DROP TABLE later")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void theConnectionAfterTheLastIsRefusedBecauseThereAreTooMany() throws SQLException {
        List<Connection> held = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                held.add(TestStores.asApplication(mine));
            }
            assertThatThrownBy(() -> TestStores.asApplication(mine))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("53300"));
        } finally {
            for (Connection connection : held) {
                connection.close();
            }
        }
    }

    @Test
    void theRolesHaveTheirLimits() throws SQLException {
        try (Connection connection = TestStores.asApplication(mine)) {
            assertThat(List.of(
                            value(connection, "SHOW statement_timeout"),
                            value(connection, "SHOW lock_timeout"),
                            value(connection, "SHOW idle_in_transaction_session_timeout"),
                            value(connection, "SHOW temp_file_limit")))
                    .containsExactly("15s", "5s", "1min", "256MB");
        }
    }

    @Test
    void theTemplateStaysWithItsOwnRolesAfterClones() throws SQLException {
        try (Connection superuser = TestPostgres.superuser("postgres")) {
            assertThat(value(
                            superuser,
                            "SELECT datdba::regrole::text || datallowconn || datistemplate FROM pg_database WHERE datname = '"
                                    + TestStores.template() + "'"))
                    .isEqualTo("tmpl_dbfalsetrue");
        }
        try (Connection superuser = TestPostgres.superuser(mine.databaseName())) {
            assertThat(value(superuser, "SELECT count(*) FROM pg_class WHERE relowner = 'tmpl_own'::regrole"))
                    .isEqualTo("0");
            assertThat(value(superuser, "SELECT nspowner::regrole FROM pg_namespace WHERE nspname = 'migrations'"))
                    .isEqualTo(mine.ownerRole());
        }
    }
}
