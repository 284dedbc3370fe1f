package com.dainostore.tenancy.database;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL servers that this node knows, by id. */
@ApplicationScoped
public class DatabaseServers {
    /** The database that administration connects to where no other is meant. */
    static final String MAINTENANCE = "postgres";

    private static final int MOST_ADMINISTRATORS = 4;

    /** The administrator's connections to the maintenance database are kept: opening one costs more than most of its work. */
    private record Known(ServerAddress address, AgroalDataSource maintenance) {}

    private final Map<String, Known> servers = new ConcurrentHashMap<>();

    /** Makes a server known, or replaces what was known of it. */
    public void register(ServerAddress server) {
        Known before = servers.get(server.id());
        if (before == null || !before.address().equals(server)) {
            close(servers.put(server.id(), new Known(server, maintenance(server))));
        }
    }

    /** The ids of all servers that this node knows. */
    public Set<String> ids() {
        return Set.copyOf(servers.keySet());
    }

    public ServerAddress require(String id) {
        return known(id).address();
    }

    /** A connection of the server's administrator, for the caller to close. */
    public Connection admin(String serverId, String database) throws SQLException {
        Known server = known(serverId);
        return database.equals(MAINTENANCE)
                ? server.maintenance().getConnection()
                : Postgres.connect(server.address().url(database), administrator(server.address()));
    }

    @PreDestroy
    void close() {
        servers.values().forEach(DatabaseServers::close);
        servers.clear();
    }

    private static void close(@Nullable Known server) {
        if (server != null) {
            server.maintenance().close();
        }
    }

    private Known known(String id) {
        Known server = servers.get(id);
        if (server == null) {
            throw new IllegalArgumentException("No database server has the id " + id);
        }
        return server;
    }

    private static AgroalDataSource maintenance(ServerAddress server) {
        try {
            return Pools.plain(server.url(MAINTENANCE), administrator(server), MOST_ADMINISTRATORS);
        } catch (SQLException e) {
            throw PostgresRefusals.of(e);
        }
    }

    static Properties administrator(ServerAddress server) {
        Properties properties =
                Postgres.properties(server.adminUser(), server.adminPassword(), "dainostore administration");
        // PostgreSQL 16 and newer: an administrator who is no superuser may act as the roles that it creates.
        properties.setProperty("options", "-c createrole_self_grant=set,inherit");
        return properties;
    }
}
