package com.dainostore.tenancy.database;

import com.dainostore.tenancy.scope.ValidationException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a look at a database server found.
 *
 * @param version PostgreSQL's major version
 * @param administers whether the login can make databases and roles
 * @param connections the server's {@code max_connections}
 * @param connectionsInUse by whomever, now
 * @param encrypted whether the connection of this look is
 * @param freeDisk where the data lies on this machine; PostgreSQL itself does not tell
 * @param warnings about settings with which data can be lost or read, in words
 */
public record ServerFacts(
        int version,
        boolean administers,
        int connections,
        int connectionsInUse,
        boolean encrypted,
        Optional<String> freeDisk,
        List<String> warnings) {
    private static final int OLDEST = 16;
    private static final String REFUSED_LOGIN = "28";
    private static final long GIB = 1L << 30;

    private static final String LOOK = """
            SELECT current_setting('server_version_num')::int / 10000,
                   rolsuper OR (rolcreatedb AND rolcreaterole),
                   current_setting('max_connections')::int,
                   (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'),
                   coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false),
                   current_setting('fsync') = 'on', current_setting('full_page_writes') = 'on',
                   current_setting('data_checksums') = 'on', current_setting('password_encryption') = 'scram-sha-256'
            FROM pg_roles WHERE rolname = current_user
            """;

    public ServerFacts {
        warnings = List.copyOf(warnings);
    }

    /** Logs in as the administrator and looks; refuses a server that cannot hold stores in the name of the field at fault. */
    public static ServerFacts of(ServerAddress server) {
        ServerFacts facts = look(server);
        facts.requireFit(server);
        return facts;
    }

    /** Looks at a server whether it can hold stores or not. */
    public static ServerFacts look(ServerAddress server) {
        try (Connection connection = Postgres.connect(
                        server.url(DatabaseServers.MAINTENANCE), DatabaseServers.administrator(server));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LOOK)) {
            row.next();
            return new ServerFacts(
                    row.getInt(1),
                    row.getBoolean(2),
                    row.getInt(3),
                    row.getInt(4),
                    row.getBoolean(5),
                    freeDisk(server, connection),
                    warnings(row));
        } catch (SQLException e) {
            throw refusal(e);
        }
    }

    private static List<String> warnings(ResultSet row) throws SQLException {
        List<String> warnings = new ArrayList<>();
        if (!row.getBoolean(6)) {
            warnings.add("fsync is off: a power failure can destroy every store on this server.");
        }
        if (!row.getBoolean(7)) {
            warnings.add("full_page_writes is off: a power failure can leave torn pages.");
        }
        if (!row.getBoolean(8)) {
            warnings.add("Data checksums are off: damage on the disk goes unnoticed. pg_checksums turns them on.");
        }
        if (!row.getBoolean(9)) {
            warnings.add("password_encryption is not scram-sha-256: new passwords are kept in a weaker form.");
        }
        return warnings;
    }

    /** The embedded server's disk is this machine's; of all others only their own machine knows. */
    private static Optional<String> freeDisk(ServerAddress server, Connection connection) throws SQLException {
        if (!server.id().equals(EmbeddedPostgres.ID)) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_setting('data_directory')")) {
            row.next();
            FileStore disk = Files.getFileStore(Path.of(row.getString(1)));
            return Optional.of(disk.getUsableSpace() / GIB + " of " + disk.getTotalSpace() / GIB + " GiB");
        } catch (IOException e) {
            return Optional.empty();
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
