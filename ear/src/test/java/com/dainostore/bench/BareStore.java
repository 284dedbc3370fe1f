package com.dainostore.bench;

import com.dainostore.testing.Databases;
import com.dainostore.testing.RunningShop;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The least that a store's database takes of PostgreSQL: its three roles, the clone and the grants, said in the same
 * statements as the platform says them, and nothing else. The passwords are hashed already.
 */
final class BareStore implements AutoCloseable {
    private static final String VERIFIER = "SCRAM-SHA-256$4096:c2FsdHNhbHRzYWx0c2FsdA==$"
            + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private static final String ROLES = """
            CREATE ROLE own_%1$s NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
            CREATE ROLE app_%1$s LOGIN PASSWORD '%2$s' NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS
              CONNECTION LIMIT 20;
            ALTER ROLE app_%1$s SET statement_timeout = '15s';
            ALTER ROLE app_%1$s SET lock_timeout = '5s';
            ALTER ROLE app_%1$s SET idle_in_transaction_session_timeout = '60s';
            ALTER ROLE app_%1$s SET temp_file_limit = '256MB';
            CREATE ROLE mig_%1$s LOGIN PASSWORD '%2$s' NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS
              CONNECTION LIMIT 3;
            GRANT own_%1$s TO mig_%1$s;
            ALTER ROLE mig_%1$s SET role = own_%1$s
            """;
    private static final String CLONE =
            "CREATE DATABASE db_%1$s TEMPLATE %2$s STRATEGY wal_log OWNER own_%1$s ALLOW_CONNECTIONS false";
    private static final String OPEN = """
            REVOKE ALL ON DATABASE db_%1$s FROM PUBLIC;
            GRANT CONNECT ON DATABASE db_%1$s TO app_%1$s, mig_%1$s;
            ALTER DATABASE db_%1$s ALLOW_CONNECTIONS true
            """;
    private static final String GRANTS = """
            REASSIGN OWNED BY tmpl_own TO own_%1$s;
            GRANT USAGE ON SCHEMA public TO app_%1$s;
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO app_%1$s;
            REVOKE INSERT, UPDATE, DELETE ON store_identity FROM app_%1$s;
            GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO app_%1$s;
            ALTER DEFAULT PRIVILEGES FOR ROLE own_%1$s IN SCHEMA public
              GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO app_%1$s;
            ALTER DEFAULT PRIVILEGES FOR ROLE own_%1$s IN SCHEMA public GRANT USAGE ON SEQUENCES TO app_%1$s;
            GRANT SELECT ON pg_catalog.pg_database TO own_%1$s
            """;

    private final Databases databases;
    private final Connection maintenance;
    private final String template;

    BareStore(RunningShop shop) throws SQLException {
        databases = shop.databases();
        maintenance = databases.connect("postgres");
        template = databases
                .list(
                        "postgres",
                        "SELECT datname FROM pg_database WHERE datistemplate AND NOT datallowconn"
                                + " AND datname LIKE 'tmpl%'")
                .get(0);
    }

    void create(String stem) throws SQLException {
        run(maintenance, ROLES.formatted(stem, VERIFIER));
        run(maintenance, CLONE.formatted(stem, template));
        run(maintenance, OPEN.formatted(stem));
        try (Connection inside = databases.connect("db_" + stem)) {
            run(inside, GRANTS.formatted(stem));
        }
    }

    void drop(String stem) throws SQLException {
        run(maintenance, "DROP DATABASE db_" + stem + " WITH (FORCE)");
        run(maintenance, "DROP ROLE app_%1$s, mig_%1$s, own_%1$s".formatted(stem));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        maintenance.close();
    }
}
