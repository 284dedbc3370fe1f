package com.dainostore.tenancy.database;

import static com.dainostore.tenancy.database.TestStores.execute;
import static com.dainostore.tenancy.database.TestStores.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.scope.StoreId;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoreDatabasesTest {
    private final StoreDatabases databases = TestStores.databases();
    private final StoreDatabase store = StoreDatabase.invent(StoreId.random(), EmbeddedPostgres.ID, 5);

    @AfterEach
    void noTrace() throws SQLException {
        databases.drop(store);
    }

    @Test
    void everyStepCanRunAgain() throws SQLException {
        for (int i = 0; i < 2; i++) {
            databases.createRoles(store);
            databases.createFromTemplate(store, TestStores.template());
            databases.open(store).close();
        }

        try (Connection owner = databases.asMigration(store)) {
            execute(owner, "INSERT INTO store_identity DEFAULT VALUES");
        }
        databases.verify(store);
    }

    @Test
    void dropLeavesNoTraceAlsoWithConnectionsOpenAndRunsAgain() throws SQLException {
        TestStores.create(store);
        try (Connection open = TestStores.asApplication(store)) {
            databases.drop(store);
            assertThat(open.isValid(1)).isFalse();
        }
        databases.drop(store);

        try (Connection superuser = TestPostgres.superuser("postgres")) {
            String stem = store.databaseName().substring("db_".length());
            assertThat(value(superuser, "SELECT count(*) FROM pg_roles WHERE rolname LIKE '%" + stem + "'"))
                    .isEqualTo("0");
            assertThat(value(superuser, "SELECT count(*) FROM pg_database WHERE datname LIKE '%" + stem + "'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void dropEndsWhatAKilledProvisioningBegan() throws SQLException {
        databases.drop(store);
        databases.createRoles(store);
        databases.drop(store);
        databases.createRoles(store);
        databases.createFromTemplate(store, TestStores.template());
        databases.drop(store);
        databases.createRoles(store);
    }

    @Test
    void verifyRefusesTheDatabaseOfAnotherStore() throws SQLException {
        TestStores.create(store);
        StoreDatabase swapped = new StoreDatabase(
                StoreId.random(),
                store.serverId(),
                store.databaseName(),
                store.ownerRole(),
                store.applicationRole(),
                store.applicationPassword(),
                store.migrationRole(),
                store.migrationPassword(),
                5,
                null);

        assertThatThrownBy(() -> databases.verify(swapped)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void passwordsNeverReachTheServer() throws SQLException {
        databases.createRoles(store);

        try (Connection superuser = TestPostgres.superuser("postgres")) {
            assertThat(value(
                            superuser,
                            "SELECT rolpassword FROM pg_authid WHERE rolname = '" + store.applicationRole() + "'"))
                    .startsWith("SCRAM-SHA-256$");
        }
        assertThat(store.toString()).doesNotContain(store.applicationPassword(), store.migrationPassword());
        assertThat(TestPostgres.address().toString())
                .doesNotContain(TestPostgres.address().adminPassword());
    }

    /** With what docs/database-servers.md asks a superuser to do once. */
    @Test
    void anAdministratorWhoIsNoSuperuserCanKeepStores() throws SQLException {
        StoreDatabase remote = StoreDatabase.invent(StoreId.random(), "remote", 5);
        String admin = "admin_" + ProcessHandle.current().pid();
        String template = "tmpl_remote_" + ProcessHandle.current().pid();
        DatabaseServers servers = new DatabaseServers();
        servers.register(
                new ServerAddress("remote", "127.0.0.1", TestPostgres.address().port(), admin, "x", "local", 5));
        StoreDatabases managed = TestStores.databases(servers);
        prepare(admin);
        try {
            TestStores.buildTemplate(managed, "remote", template);
            managed.createRoles(remote);
            managed.createFromTemplate(remote, template);
            try (Connection owner = managed.open(remote)) {
                execute(owner, "INSERT INTO store_identity DEFAULT VALUES");
            }
            managed.verify(remote);
            managed.changeApplicationPassword(remote.withApplicationPassword("y"));
            assertThatThrownBy(() -> managed.verify(remote)).isInstanceOf(SQLException.class);
        } finally {
            managed.drop(remote);
            managed.dropTemplate("remote", template);
            servers.close();
            forget(admin);
        }
    }

    private static void prepare(String admin) throws SQLException {
        try (Connection superuser = TestPostgres.superuser("postgres")) {
            execute(superuser, "CREATE ROLE " + admin + " LOGIN PASSWORD 'x' CREATEDB CREATEROLE");
            execute(superuser, "GRANT CONNECT ON DATABASE postgres, template1 TO " + admin);
            execute(superuser, "GRANT tmpl_own, tmpl_db TO " + admin);
        }
        try (Connection superuser = TestPostgres.superuser("template1")) {
            execute(superuser, "GRANT SELECT ON pg_catalog.pg_database TO " + admin + " WITH GRANT OPTION");
        }
    }

    private static void forget(String admin) throws SQLException {
        for (String database : new String[] {"template1", "postgres"}) {
            try (Connection superuser = TestPostgres.superuser(database)) {
                execute(superuser, "DROP OWNED BY " + admin);
            }
        }
        try (Connection superuser = TestPostgres.superuser("postgres")) {
            execute(superuser, "DROP ROLE " + admin);
        }
    }
}
