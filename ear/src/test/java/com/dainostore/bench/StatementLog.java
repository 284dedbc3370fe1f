package com.dainostore.bench;

import com.dainostore.testing.Databases;
import com.dainostore.testing.Eventually;
import com.dainostore.testing.RunningShop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The statements of one store, counted by PostgreSQL itself; it writes them down until this is closed. */
final class StatementLog implements AutoCloseable {
    private static final int REQUESTS = 20;
    /** What brackets statements without reading or writing anything; it travels with them. */
    private static final Pattern BRACKET = Pattern.compile(": (BEGIN|COMMIT|ROLLBACK)");
    /** What the pool clears a session with when a connection comes back: one round trip. */
    private static final Pattern CLEARING =
            Pattern.compile(": +(CLOSE ALL|SET SESSION AUTH|RESET ALL|UNLISTEN|SELECT pg_advisory_unlock_all|DISCARD)");

    private final RunningShop shop;
    private final String database;

    private StatementLog(RunningShop shop, String database) {
        this.shop = shop;
        this.database = database;
    }

    static StatementLog of(RunningShop shop, String store) throws SQLException {
        StatementLog log = new StatementLog(shop, shop.databases().of(store));
        log.set("log_statement = 'all'", "log_line_prefix = '%d|'");
        Eventually.holds(Duration.ofSeconds(10), "statements are logged", () -> shop.databases()
                .list("postgres", "SHOW log_statement")
                .contains("all"));
        return log;
    }

    private void set(String... settings) throws SQLException {
        for (String setting : settings) {
            shop.databases().run("postgres", "ALTER SYSTEM SET " + setting);
        }
        shop.databases().run("postgres", "SELECT pg_reload_conf()");
    }

    /** How many statements the request takes, when it is sent again and again. */
    double each(byte[] request) throws Exception {
        try (Wire wire = new Wire(shop.port())) {
            // A connection that lay idle is tried first; the next request is an ordinary one.
            wire.exchange(request);
            long before = statements();
            for (int i = 0; i < REQUESTS; i++) {
                wire.exchange(request);
            }
            return (statements() - before) / (double) REQUESTS;
        }
    }

    /** How many statements all of this takes; connections are warm. */
    long during(Runnable requests) throws Exception {
        long before = statements();
        requests.run();
        return statements() - before;
    }

    /** PostgreSQL writes its log a moment later; a statement of our own comes after all that were before. */
    private long statements() throws Exception {
        String mark = "mark " + System.nanoTime();
        shop.databases().run("postgres", "SELECT '" + mark + "'");
        return Eventually.get(Duration.ofSeconds(10), "the log is written", () -> {
            List<String> log = log();
            return log.stream().noneMatch(line -> line.contains(mark))
                    ? Optional.empty()
                    : Optional.of(log.stream().filter(this::isStatement).count());
        });
    }

    private boolean isStatement(String line) {
        return (line.startsWith(database + "|LOG:  execute") || line.startsWith(database + "|LOG:  statement"))
                && !BRACKET.matcher(line).find()
                && !CLEARING.matcher(line).find();
    }

    private List<String> log() throws IOException {
        try (Stream<Path> files = Files.list(shop.home().resolve("log/postgresql"))) {
            Path newest = files.filter(file -> file.getFileName().toString().startsWith("postgresql-"))
                    .max((a, b) ->
                            Long.compare(a.toFile().lastModified(), b.toFile().lastModified()))
                    .orElseThrow();
            return Files.readAllLines(newest, StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws SQLException {
        Databases databases = shop.databases();
        for (String setting : List.of("log_statement", "log_line_prefix")) {
            databases.run("postgres", "ALTER SYSTEM RESET " + setting);
        }
        databases.run("postgres", "SELECT pg_reload_conf()");
    }
}
