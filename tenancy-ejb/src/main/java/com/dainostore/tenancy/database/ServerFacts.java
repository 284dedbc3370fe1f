package com.dainostore.tenancy.database;

import com.dainostore.tenancy.scope.ValidationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a look at a database server found before stores are put on it.
 *
 * @param version PostgreSQL's major version
 * @param administers whether the login can make databases and roles
 * @param connections the server's {@code max_connections}
 */
public record ServerFacts(int version, boolean administers, int connections) {
    private static final int OLDEST = 16;
    private static final String REFUSED_LOGIN = "28";

    /** Logs in as the administrator and looks; refuses a server that cannot hold stores in the name of the field at fault. */
    public static ServerFacts of(ServerAddress server) {
        try (Connection connection = Postgres.connect(
                        server.url(DatabaseServers.MAINTENANCE), DatabaseServers.administrator(server));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT current_setting('server_version_num')::int / 10000,
                               rolsuper OR (rolcreatedb AND rolcreaterole),
                               current_setting('max_connections')::int
                        FROM pg_roles WHERE rolname = current_user
                        """)) {
            row.next();
            ServerFacts facts = new ServerFacts(row.getInt(1), row.getBoolean(2), row.getInt(3));
            facts.requireFit(server);
            return facts;
        } catch (SQLException e) {
            throw refusal(e);
        }
    }

    private void requireFit(ServerAddress server) {
        if (version < OLDEST) {
            throw new ValidationException(
                    "host", "This is PostgreSQL " + version + ". Use version " + OLDEST + " or newer.");
        }
        if (!administers) {
            throw new ValidationException("user", "Give this user CREATEDB and CREATEROLE.");
        }
        if (server.connectionBudget() >= connections) {
            throw new ValidationException(
                    "connections", "This server takes " + connections + " connections in all. Use fewer.");
        }
    }

    private static ValidationException refusal(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        ValidationException refusal = state.startsWith(REFUSED_LOGIN)
                ? new ValidationException("password", "The server refuses this user and password.")
                : new ValidationException("host", "No PostgreSQL server lets us in there. Check host and port.");
        refusal.initCause(e);
        return refusal;
    }
}
