package com.dainostore.tenancy.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * One embedded server for all tests of a JVM, in {@code target/test-postgres}. The data stays from run to run, so that
 * the second run starts quickly; tests make databases with names of their own and must not expect an empty server.
 */
public final class TestPostgres {
    private static final Path HOME = Path.of("target", "test-postgres");
    private static final EmbeddedPostgres SERVER = new EmbeddedPostgres();
    private static final DatabaseServers SERVERS = new DatabaseServers();
    private static final RegistryDatabase REGISTRY = new RegistryDatabase();

    static {
        ServerAddress address = SERVER.start(HOME);
        Runtime.getRuntime().addShutdownHook(new Thread(SERVER::stop));
        SERVERS.register(address);
        try {
            REGISTRY.openOn(address);
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private TestPostgres() {}

    public static ServerAddress address() {
        return SERVERS.require(EmbeddedPostgres.ID);
    }

    public static DatabaseServers servers() {
        return SERVERS;
    }

    /** The database {@code dainostore_registry} without tables: whoever needs them migrates it. */
    public static RegistryDatabase registry() {
        return REGISTRY;
    }

    /** Saves another server from unpacking the programs once more. */
    static void lendBinaries(Path home) throws IOException {
        String name = "bin-" + PostgresBinaries.VERSION;
        Path folder = Files.createDirectories(home.resolve("postgres"));
        Files.createSymbolicLink(
                folder.resolve(name), HOME.resolve("postgres").resolve(name).toAbsolutePath());
    }

    /** A superuser's connection. */
    public static Connection superuser(String database) throws SQLException {
        return SERVERS.admin(EmbeddedPostgres.ID, database);
    }
}
