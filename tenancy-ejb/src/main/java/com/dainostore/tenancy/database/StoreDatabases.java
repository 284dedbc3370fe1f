package com.dainostore.tenancy.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.util.PasswordUtil;

/**
 * The SQL that makes stores' databases, templates and roles and takes them away. Every method can run again after it was
 * interrupted: what exists already is left as it is, what is gone already is no error. Names come from
 * {@link StoreDatabase#invent} and are quoted; passwords leave this process as SCRAM verifiers only.
 */
@ApplicationScoped
public class StoreDatabases {
    private static final String TEMPLATE_DATABASE_OWNER = "tmpl_db";
    private static final String TEMPLATE_OWNER = "tmpl_own";
    private static final String DUPLICATE_OBJECT = "42710";
    private static final String DUPLICATE_DATABASE = "42P04";

    /** What every database inherits from template1: nothing of the server can be looked at, nothing is open to all. */
    private static final String HARDEN = """
            REVOKE ALL ON SCHEMA public FROM PUBLIC;
            REVOKE ALL ON DATABASE template1, postgres FROM PUBLIC;
            REVOKE EXECUTE ON FUNCTION lo_creat(integer), lo_create(oid), lo_from_bytea(oid,bytea), lo_open(oid,integer),
              lo_put(oid,bigint,bytea), lo_get(oid), lo_get(oid,bigint,integer), lo_unlink(oid) FROM PUBLIC;
            REVOKE SELECT ON pg_catalog.pg_database, pg_catalog.pg_stat_database, pg_catalog.pg_stat_activity,
              pg_catalog.pg_roles, pg_catalog.pg_user, pg_catalog.pg_group, pg_catalog.pg_db_role_setting,
              pg_catalog.pg_replication_slots, pg_catalog.pg_stat_replication, pg_catalog.pg_auth_members,
              pg_catalog.pg_shdescription, pg_catalog.pg_shdepend, pg_catalog.pg_tablespace FROM PUBLIC;
            -- These show the names of other databases or roles as well.
            REVOKE SELECT ON pg_catalog.pg_stat_database_conflicts, pg_catalog.pg_prepared_xacts,
              pg_catalog.pg_stat_progress_analyze, pg_catalog.pg_stat_progress_basebackup,
              pg_catalog.pg_stat_progress_cluster, pg_catalog.pg_stat_progress_copy,
              pg_catalog.pg_stat_progress_create_index, pg_catalog.pg_stat_progress_vacuum FROM PUBLIC
            """;

    private static final Logger LOG = Logger.getLogger(StoreDatabases.class.getName());

    @Inject
    DatabaseServers servers;

    /** Closes what PostgreSQL leaves open to everybody; databases that are made afterwards inherit it. */
    public void harden(String serverId) throws SQLException {
        try (Connection connection = servers.admin(serverId, "template1")) {
            run(connection, HARDEN);
            warnUnlessHardened(connection, serverId);
        }
    }

    /** PostgreSQL takes a REVOKE by somebody who may not revoke without an error. */
    private static void warnUnlessHardened(Connection connection, String serverId) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT has_table_privilege('public', 'pg_database', 'SELECT')"
                        + " OR has_function_privilege('public', 'lo_create(oid)', 'EXECUTE')")) {
            row.next();
            if (row.getBoolean(1)) {
                LOG.log(
                        Level.WARNING,
                        "The administrator of the database server {0} is no superuser: stores can see the names of other"
                                + " databases there. Let a superuser run the statements in docs/database-servers.md once.",
                        serverId);
            }
        }
    }

    /** Makes the owner, who cannot log in, the application's role and the migrations' role; all three or none. */
    public void createRoles(StoreDatabase store) throws SQLException {
        String sql = """
                CREATE ROLE %1$s NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
                CREATE ROLE %2$s LOGIN PASSWORD '%4$s' NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS
                  CONNECTION LIMIT %6$d;
                ALTER ROLE %2$s SET statement_timeout = '15s';
                ALTER ROLE %2$s SET lock_timeout = '5s';
                ALTER ROLE %2$s SET random_page_cost = 1.1;
                ALTER ROLE %2$s SET idle_in_transaction_session_timeout = '60s';
                DO $$ BEGIN
                  IF has_parameter_privilege('temp_file_limit', 'SET') THEN
                    ALTER ROLE %2$s SET temp_file_limit = '256MB';
                  END IF;
                END $$;
                CREATE ROLE %3$s LOGIN PASSWORD '%5$s' NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS
                  CONNECTION LIMIT 3;
                GRANT %1$s TO %3$s;
                ALTER ROLE %3$s SET role = %1$s
                """.formatted(
                        quote(store.ownerRole()),
                        quote(store.applicationRole()),
                        quote(store.migrationRole()),
                        verifier(store.applicationPassword()),
                        verifier(store.migrationPassword()),
                        store.connectionLimit());
        try (Connection connection = servers.admin(store.serverId(), DatabaseServers.MAINTENANCE)) {
            runUnlessThere(connection, sql, DUPLICATE_OBJECT);
        }
    }

    /** Clones the template; nobody can connect to the clone before {@link #open}. */
    public void createFromTemplate(StoreDatabase store, String template) throws SQLException {
        try (Connection connection = servers.admin(store.serverId(), DatabaseServers.MAINTENANCE)) {
            runUnlessThere(
                    connection,
                    "CREATE DATABASE %s TEMPLATE %s STRATEGY wal_log OWNER %s ALLOW_CONNECTIONS false"
                            .formatted(quote(store.databaseName()), quote(template), quote(store.ownerRole())),
                    DUPLICATE_DATABASE);
        }
    }

    /**
     * Gives the database to its owner and lets its two roles in, each with the least it needs.
     *
     * @return a connection that goes on as {@link #asOwner} would, so that the first rows need no login of their own
     */
    public Connection open(StoreDatabase store) throws SQLException {
        String database = quote(store.databaseName());
        try (Connection connection = servers.admin(store.serverId(), DatabaseServers.MAINTENANCE)) {
            run(connection, """
                    REVOKE ALL ON DATABASE %1$s FROM PUBLIC;
                    GRANT CONNECT ON DATABASE %1$s TO %2$s, %3$s;
                    ALTER DATABASE %1$s ALLOW_CONNECTIONS true
                    """.formatted(database, quote(store.applicationRole()), quote(store.migrationRole())));
        }
        return inside(store, """
                REASSIGN OWNED BY %1$s TO %2$s;
                GRANT USAGE ON SCHEMA public TO %3$s;
                GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO %3$s;
                REVOKE INSERT, UPDATE, DELETE ON store_identity FROM %3$s;
                REVOKE UPDATE, DELETE ON audit_entries FROM %3$s;
                GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO %3$s;
                ALTER DEFAULT PRIVILEGES FOR ROLE %2$s IN SCHEMA public
                  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %3$s;
                ALTER DEFAULT PRIVILEGES FOR ROLE %2$s IN SCHEMA public GRANT USAGE ON SEQUENCES TO %3$s;
                GRANT SELECT ON pg_catalog.pg_database TO %2$s;
                """.formatted(TEMPLATE_OWNER, quote(store.ownerRole()), quote(store.applicationRole())));
    }

    /** A connection that acts as the store's owner, for its own rows only: the administrator's, who let go of all other rights. */
    public Connection asOwner(StoreDatabase store) throws SQLException {
        return inside(store, "");
    }

    private Connection inside(StoreDatabase store, String firstOfAll) throws SQLException {
        Connection connection = servers.admin(store.serverId(), store.databaseName());
        try {
            run(
                    connection,
                    firstOfAll
                            + "SET ROLE %s; SET app.store_id = '%s'"
                                    .formatted(
                                            quote(store.ownerRole()),
                                            store.store().value()));
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Destroys the database with all connections to it, and then its roles. */
    public void drop(StoreDatabase store) throws SQLException {
        try (Connection connection = servers.admin(store.serverId(), DatabaseServers.MAINTENANCE)) {
            run(connection, "DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(quote(store.databaseName())));
            run(
                    connection,
                    "DROP ROLE IF EXISTS %s, %s, %s"
                            .formatted(
                                    quote(store.applicationRole()),
                                    quote(store.migrationRole()),
                                    quote(store.ownerRole())));
        }
    }

    /** Gives the application's role the password in {@code store}; connections that are open stay. */
    public void changeApplicationPassword(StoreDatabase store) throws SQLException {
        try (Connection connection = servers.admin(store.serverId(), DatabaseServers.MAINTENANCE)) {
            run(
                    connection,
                    "ALTER ROLE %s PASSWORD '%s'"
                            .formatted(quote(store.applicationRole()), verifier(store.applicationPassword())));
        }
    }

    /** A connection of the role that migrates the store: it acts as the owner, and can do so in no other database. */
    public Connection asMigration(StoreDatabase store) throws SQLException {
        return connect(store, store.migrationRole(), store.migrationPassword());
    }

    /** Proves that the application can log in and finds the database of this very store. */
    public void verify(StoreDatabase store) throws SQLException {
        try (Connection connection = connect(store, store.applicationRole(), store.applicationPassword());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT store_id FROM store_identity")) {
            if (!row.next() || !store.store().value().equals(row.getString(1))) {
                throw new IllegalStateException("The database does not say that it is the store's");
            }
        }
    }

    private Connection connect(StoreDatabase store, String role, String password) throws SQLException {
        Properties properties = Postgres.properties(role, password, "dainostore migration");
        properties.setProperty("options", "-c app.store_id=" + store.store().value());
        return Postgres.connect(servers.require(store.serverId()).url(store.databaseName()), properties);
    }

    /**
     * Makes an empty database for a template. It belongs to a role that owns nothing inside, its contents to another: so
     * REASSIGN OWNED in a clone hands over the clone's contents and nothing else.
     */
    public void createTemplate(String serverId, String name) throws SQLException {
        try (Connection connection = servers.admin(serverId, DatabaseServers.MAINTENANCE)) {
            for (String role : new String[] {TEMPLATE_DATABASE_OWNER, TEMPLATE_OWNER}) {
                runUnlessThere(
                        connection,
                        "CREATE ROLE %s NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS"
                                .formatted(role),
                        DUPLICATE_OBJECT);
            }
            run(connection, "CREATE DATABASE %s OWNER %s".formatted(quote(name), TEMPLATE_DATABASE_OWNER));
            run(connection, "REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(quote(name)));
            run(connection, "GRANT CREATE ON DATABASE %s TO %s".formatted(quote(name), TEMPLATE_OWNER));
        }
        try (Connection connection = servers.admin(serverId, name)) {
            run(connection, """
                    ALTER SCHEMA public OWNER TO %1$s;
                    CREATE SCHEMA migrations AUTHORIZATION %1$s;
                    GRANT SELECT ON pg_catalog.pg_database TO %1$s
                    """.formatted(TEMPLATE_OWNER));
        }
    }

    /** A connection that acts as the owner of a template's contents. */
    public Connection asTemplateOwner(String serverId, String name) throws SQLException {
        Connection connection = servers.admin(serverId, name);
        try {
            run(connection, "SET ROLE " + TEMPLATE_OWNER);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Locks a template: a session on it would hold up every clone. */
    public void sealTemplate(String serverId, String name) throws SQLException {
        try (Connection connection = servers.admin(serverId, DatabaseServers.MAINTENANCE)) {
            run(connection, "ALTER DATABASE %s WITH IS_TEMPLATE true ALLOW_CONNECTIONS false".formatted(quote(name)));
        }
    }

    public void dropTemplate(String serverId, String name) throws SQLException {
        try (Connection connection = servers.admin(serverId, DatabaseServers.MAINTENANCE)) {
            if (exists(connection, name)) {
                run(connection, "ALTER DATABASE %s WITH IS_TEMPLATE false".formatted(quote(name)));
                run(connection, "DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(quote(name)));
            }
        }
    }

    /** Whether its server still has this store's database or one of its roles. */
    public boolean exists(StoreDatabase store) throws SQLException {
        try (Connection connection = servers.admin(store.serverId(), DatabaseServers.MAINTENANCE);
                var query = connection.prepareStatement("""
                        SELECT EXISTS (SELECT 1 FROM pg_database WHERE datname = ?)
                            OR EXISTS (SELECT 1 FROM pg_roles WHERE rolname IN (?, ?, ?))
                        """)) {
            query.setString(1, store.databaseName());
            query.setString(2, store.ownerRole());
            query.setString(3, store.applicationRole());
            query.setString(4, store.migrationRole());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (var query = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, database);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void runUnlessThere(Connection connection, String sql, String stateIfThere) throws SQLException {
        try {
            run(connection, sql);
        } catch (SQLException e) {
            if (!stateIfThere.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    /** Several statements at once are one transaction and one round trip. */
    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private static String verifier(String password) throws SQLException {
        return PasswordUtil.encodePassword("", password.toCharArray(), "scram-sha-256");
    }
}
