package com.dainostore.tenancy.database;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The platform's own database. Its transactions are local ones by {@code jdbi().inTransaction}: none spans the registry
 * and a store.
 */
@ApplicationScoped
public class RegistryDatabase {
    private static final int MOST_CONNECTIONS = 10;
    private static final String NAME = "dainostore_registry";

    private record Open(String url, Properties properties, AgroalDataSource pool, Jdbi jdbi) {}

    private volatile @Nullable Open open;

    /** Opens the pool; the database itself is reached on first use. */
    public synchronized void open(String jdbcUrl, String user, String password) {
        close();
        Properties properties = Postgres.properties(user, password, "dainostore registry");
        try {
            AgroalDataSource pool = Pools.plain(jdbcUrl, properties, MOST_CONNECTIONS);
            open = new Open(jdbcUrl, properties, pool, Jdbi.create(pool));
        } catch (SQLException e) {
            throw PostgresRefusals.of(e);
        }
    }

    /** Opens the registry on a server of our own, and makes its database where there is none yet: closed to all until only the administrator may connect. */
    public void openOn(ServerAddress server) throws SQLException {
        Properties properties = Postgres.properties(server.adminUser(), server.adminPassword(), "dainostore registry");
        try (Connection connection = Postgres.connect(server.url("postgres"), properties);
                Statement statement = connection.createStatement()) {
            if (!exists(statement)) {
                statement.execute("CREATE DATABASE " + NAME + " STRATEGY wal_log ALLOW_CONNECTIONS false");
            }
            statement.execute("REVOKE ALL ON DATABASE " + NAME + " FROM PUBLIC");
            statement.execute("ALTER DATABASE " + NAME + " ALLOW_CONNECTIONS true");
        }
        open(server.url(NAME), server.adminUser(), server.adminPassword());
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
            return row.next();
        }
    }

    public Jdbi jdbi() {
        return require().jdbi();
    }

    /** A connection outside the pool, for as long as the caller wants it: for LISTEN. */
    public Connection dedicated() throws SQLException {
        Open registry = require();
        return Postgres.connect(registry.url(), registry.properties());
    }

    @PreDestroy
    public synchronized void close() {
        Open registry = open;
        open = null;
        if (registry != null) {
            registry.pool().close();
        }
    }

    private Open require() {
        Open registry = open;
        if (registry == null) {
            throw new IllegalStateException("The registry is not open");
        }
        return registry;
    }
}
