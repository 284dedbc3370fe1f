package com.dainostore.tenancy.database;

import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreState;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Stores' databases on the tests' server, with one table of things under row security. */
final class TestStores {
    private static final String TEMPLATE =
            "tmpl_test_" + ProcessHandle.current().pid();
    private static final StoreDatabases DATABASES = databases(TestPostgres.servers());

    static {
        try {
            DATABASES.harden(EmbeddedPostgres.ID);
            buildTemplate(DATABASES, EmbeddedPostgres.ID, TEMPLATE);
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private TestStores() {}

    static StoreDatabases databases() {
        return DATABASES;
    }

    static StoreDatabases databases(DatabaseServers servers) {
        StoreDatabases databases = new StoreDatabases();
        databases.servers = servers;
        return databases;
    }

    static String template() {
        return TEMPLATE;
    }

    static void buildTemplate(StoreDatabases databases, String server, String name) throws SQLException {
        databases.dropTemplate(server, name);
        databases.createTemplate(server, name);
        try (Connection owner = databases.asTemplateOwner(server, name)) {
            execute(owner, """
                    CREATE TABLE store_identity (store_id text PRIMARY KEY DEFAULT current_setting('app.store_id'));
                    CREATE TABLE audit_entries (id bigint PRIMARY KEY,
                      store_id text NOT NULL DEFAULT current_setting('app.store_id'));
                    CREATE TABLE things (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text,
                      store_id text NOT NULL DEFAULT current_setting('app.store_id'));
                    """);
            for (String table : new String[] {"store_identity", "audit_entries", "things"}) {
                execute(owner, """
                        ALTER TABLE %1$s ENABLE ROW LEVEL SECURITY;
                        ALTER TABLE %1$s FORCE ROW LEVEL SECURITY;
                        CREATE POLICY store_scope ON %1$s USING (store_id = current_setting('app.store_id', true))
                          WITH CHECK (store_id = current_setting('app.store_id', true))
                        """.formatted(table));
            }
        }
        databases.sealTemplate(server, name);
    }

    static StoreDatabase create() throws SQLException {
        return create(StoreDatabase.invent(StoreId.random(), EmbeddedPostgres.ID, 20));
    }

    static StoreDatabase create(StoreDatabase store) throws SQLException {
        DATABASES.createRoles(store);
        DATABASES.createFromTemplate(store, TEMPLATE);
        try (Connection owner = DATABASES.open(store)) {
            execute(owner, "INSERT INTO store_identity DEFAULT VALUES");
            execute(owner, "INSERT INTO things (name) VALUES ('thing of " + store.store() + "')");
        }
        return store;
    }

    static Store asStore(StoreDatabase database) {
        StoreId id = database.store();
        return new Store(id, "handle-" + id.suffix(), "A store", StoreState.ACTIVE, "standard", "local");
    }

    /** A connection of the application's role outside any pool. */
    static Connection asApplication(StoreDatabase store) throws SQLException {
        return connect(store, store.databaseName());
    }

    static Connection connect(StoreDatabase store, String database) throws SQLException {
        var properties = Postgres.properties(store.applicationRole(), store.applicationPassword(), "test");
        properties.setProperty("options", "-c app.store_id=" + store.store());
        return Postgres.connect(TestPostgres.servers().require(store.serverId()).url(database), properties);
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }
}
