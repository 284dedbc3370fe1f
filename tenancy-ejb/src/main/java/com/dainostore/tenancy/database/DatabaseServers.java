package com.dainostore.tenancy.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The PostgreSQL servers that this node knows, by id. */
@ApplicationScoped
public class DatabaseServers {
    private final Map<String, ServerAddress> servers = new ConcurrentHashMap<>();

    /** Makes a server known, or replaces what was known of it. */
    public void register(ServerAddress server) {
        servers.put(server.id(), server);
    }

    /** The ids of all servers that this node knows. */
    public Set<String> ids() {
        return Set.copyOf(servers.keySet());
    }

    public ServerAddress require(String id) {
        ServerAddress server = servers.get(id);
        if (server == null) {
            throw new IllegalArgumentException("No database server has the id " + id);
        }
        return server;
    }

    /** A connection of the server's administrator, for the caller to close. */
    public Connection admin(String serverId, String database) throws SQLException {
        ServerAddress server = require(serverId);
        Properties properties =
                Postgres.properties(server.adminUser(), server.adminPassword(), "dainostore administration");
        // PostgreSQL 16 and newer: an administrator who is no superuser may act as the roles that it creates.
        properties.setProperty("options", "-c createrole_self_grant=set,inherit");
        return Postgres.connect(server.url(database), properties);
    }
}
