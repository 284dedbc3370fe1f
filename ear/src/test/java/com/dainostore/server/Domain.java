package com.dainostore.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A server domain of our own, made from the one in the distribution: one HTTP listener on 127.0.0.1, no administration,
 * no other port, nothing answered by the server itself.
 *
 * <p>It is made new at each start, so that an earlier start leaves nothing behind; only the cache of the server's own
 * modules stays, which makes the next start quicker.
 */
final class Domain {
    private static final Set<String> KEPT = Set.of("osgi-cache");
    private static final String LOG = "com.sun.enterprise.server.logging.GFFileHandler.";

    private final ServerConfig config;
    private final Path folder;

    Domain(ServerConfig config) {
        this.config = config;
        this.folder = config.domain();
    }

    /** Returns the options for the server's JVM that the domain asks for. */
    List<String> make() throws IOException {
        clear();
        copy(config.distribution().resolve("glassfish/domains/domain1/config"), folder.resolve("config"));
        for (String name : List.of("docroot", "lib", "applications")) {
            Files.createDirectories(folder.resolve(name));
        }
        Files.copy(config.driver(), folder.resolve("lib/postgresql.jar"), StandardCopyOption.REPLACE_EXISTING);
        DomainXml xml = new DomainXml(folder.resolve("config/domain.xml"));
        List<String> options = xml.jvmOptions(config.distribution().resolve("glassfish"), folder);
        xml.makeLean(config.port());
        xml.save();
        logOnlyToFile();
        lockAdministration();
        Files.write(deployment(), deployments());
        return options;
    }

    /** The commands that the server runs once it is up. */
    Path deployment() {
        return folder.resolve("deployment.commands");
    }

    /** Ours is the last: once it is ready, all are. */
    private List<String> deployments() {
        List<String> commands = new ArrayList<>();
        config.neighbours()
                .forEach((root, archive) ->
                        commands.add("deploy --force=true --contextroot=%s \"%s\"".formatted(root, archive)));
        commands.add("deploy --force=true --name=dainostore \"%s\"".formatted(config.archive()));
        return commands;
    }

    /** Gives the administrator a random password and forgets it: the server is administered by its launcher alone. */
    private void lockAdministration() throws IOException {
        byte[] random = new byte[48];
        new SecureRandom().nextBytes(random);
        byte[] salt = Arrays.copyOf(random, 8);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(random, salt.length, random.length - salt.length);
            byte[] hash = digest.digest(salt);
            byte[] hashAndSalt = Arrays.copyOf(hash, hash.length + salt.length);
            System.arraycopy(salt, 0, hashAndSalt, hash.length, salt.length);
            String line = "admin;{SSHA256}" + Base64.getEncoder().encodeToString(hashAndSalt) + ";asadmin\n";
            Files.writeString(folder.resolve("config/admin-keyfile"), line);
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("This Java lacks SHA-256", e);
        }
    }

    private void logOnlyToFile() throws IOException {
        Path file = folder.resolve("config/logging.properties");
        Properties logging = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            logging.load(in);
        }
        logging.setProperty("handlers", "");
        logging.setProperty(LOG + "file", config.log().toString());
        logging.setProperty(LOG + "rotationLimitInBytes", "10000000");
        logging.setProperty(LOG + "maxHistoryFiles", "10");
        // It warns about each expired certificate of the trust store that it ships.
        logging.setProperty("javax.enterprise.system.ssl.security.level", "SEVERE");
        logging.setProperty("javax.enterprise.system.security.ssl.level", "SEVERE");
        // It looks for its message queue, which is not installed here.
        logging.setProperty("javax.enterprise.resource.jms.level", "SEVERE");
        logging.setProperty("liquibase.level", "WARNING");
        try (OutputStream out = Files.newOutputStream(file)) {
            logging.store(out, null);
        }
    }

    private void clear() throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.filter(
                            c -> !KEPT.contains(c.getFileName().toString()))
                    .toList()) {
                delete(child);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    /** Deletes a folder with all that is in it; does nothing where there is none. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
