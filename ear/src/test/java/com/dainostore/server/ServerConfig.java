package com.dainostore.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a server is made of and where it keeps things.
 *
 * @param distribution the unpacked Payara Server ({@code payara6}); never written to
 * @param archive the EAR to run
 * @param driver the PostgreSQL JDBC driver; it lies in the server's own library folder because drivers that travel in an
 *     archive keep its classes in memory after a redeployment
 * @param folder the server's working folder: its domain is made new in there at each start
 * @param home the application's home folder ({@code dainostore.home}); the log goes to {@code log/} below it
 * @param port where it listens on 127.0.0.1
 * @param properties the application's configuration, all beginning with {@code dainostore.}
 * @param jvmOptions further options of the server's JVM, after ours
 * @param neighbours web archives to run beside ours, by their context roots
 */
public record ServerConfig(
        Path distribution,
        Path archive,
        Path driver,
        Path folder,
        Path home,
        int port,
        Map<String, String> properties,
        List<String> jvmOptions,
        Map<String, Path> neighbours) {

    public ServerConfig {
        properties = Map.copyOf(properties);
        jvmOptions = List.copyOf(jvmOptions);
        neighbours = Map.copyOf(neighbours);
    }

    /** The server built below {@code target} by Maven. */
    public static ServerConfig built(Path target, String name, Path home, int port) {
        return new ServerConfig(
                target.resolve("payara/payara6"),
                target.resolve("dainostore.ear"),
                target.resolve("payara-lib/postgresql.jar"),
                target.resolve(name),
                home,
                port,
                Map.of(),
                List.of(),
                Map.of());
    }

    public ServerConfig with(String key, String value) {
        Map<String, String> more = new TreeMap<>(properties);
        more.put(key, value);
        return with(more);
    }

    public ServerConfig with(Map<String, String> newProperties) {
        return new ServerConfig(
                distribution, archive, driver, folder, home, port, newProperties, jvmOptions, neighbours);
    }

    public ServerConfig withJvmOptions(String... options) {
        return new ServerConfig(
                distribution, archive, driver, folder, home, port, properties, List.of(options), neighbours);
    }

    public ServerConfig onPort(int newPort) {
        return new ServerConfig(
                distribution, archive, driver, folder, home, newPort, properties, jvmOptions, neighbours);
    }

    public ServerConfig inHome(Path newHome) {
        return new ServerConfig(
                distribution, archive, driver, folder, newHome, port, properties, jvmOptions, neighbours);
    }

    /** Runs one more web archive in the same server. */
    public ServerConfig withNeighbour(String contextRoot, Path archive) {
        Map<String, Path> more = new TreeMap<>(neighbours);
        more.put(contextRoot, archive);
        return new ServerConfig(distribution, this.archive, driver, folder, home, port, properties, jvmOptions, more);
    }

    Path domain() {
        return folder.resolve("domain");
    }

    Path log() {
        return home.resolve("log/server.log");
    }

    /** What the JVM says before the server's log is open: nearly always empty. */
    Path console() {
        return home.resolve("log/console.log");
    }
}
