package com.dainostore.bench;

import com.dainostore.testing.Databases;
import com.dainostore.testing.Eventually;
import com.dainostore.testing.RunningShop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How many SQL statements a warm request takes, counted by PostgreSQL itself. */
@ExtendWith(BenchServer.class)
@Order(4)
class StatementsBench {
    private static final String HOST = "aurora.localhost";
    private static final int REQUESTS = 20;
    /** What brackets statements without reading or writing anything; it travels with them. */
    private static final Pattern BRACKET = Pattern.compile(": (BEGIN|COMMIT|ROLLBACK)");
    /** What the pool clears a session with when a connection comes back: one round trip. */
    private static final Pattern CLEARING =
            Pattern.compile(": +(CLOSE ALL|SET SESSION AUTH|RESET ALL|UNLISTEN|SELECT pg_advisory_unlock_all|DISCARD)");

    private final RunningShop shop;

    StatementsBench(RunningShop shop) {
        this.shop = shop;
    }

    @Test
    void statementsPerRequest() throws Exception {
        BenchServer.settle(shop);
        Databases databases = shop.databases();
        String database = databases.of(shop.activeStore("aurora"));
        String product = shop.http()
                .get(HOST, "/api/v1/products")
                .send()
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("handle");
        Figures figures = new Figures("statements");
        setLogging(databases, "log_statement = 'all'", "log_line_prefix = '%d|'");
        try {
            count(figures, database, "home", "/", "");
            count(figures, database, "product list", "/products", "3");
            count(figures, database, "product page", "/products/" + product, "2");
            count(figures, database, "JSON list", "/api/v1/products", "3");
            count(figures, database, "JSON product", "/api/v1/products/" + product, "2");
        } finally {
            for (String setting : List.of("log_statement", "log_line_prefix")) {
                databases.run("postgres", "ALTER SYSTEM RESET " + setting);
            }
            databases.run("postgres", "SELECT pg_reload_conf()");
        }
        figures.publish();
    }

    private static void setLogging(Databases databases, String... settings) throws Exception {
        for (String setting : settings) {
            databases.run("postgres", "ALTER SYSTEM SET " + setting);
        }
        databases.run("postgres", "SELECT pg_reload_conf()");
        Eventually.holds(Duration.ofSeconds(10), "statements are logged", () -> databases
                .list("postgres", "SHOW log_statement")
                .contains("all"));
    }

    private void count(Figures figures, String database, String name, String path, String aim) throws Exception {
        try (Wire wire = new Wire(shop.port())) {
            byte[] request = Wire.get(HOST, shop.port(), path);
            // A connection that lay idle is tried first; the next request is an ordinary one.
            wire.exchange(request);
            long before = statements(database);
            for (int i = 0; i < REQUESTS; i++) {
                wire.exchange(request);
            }
            figures.add(name, (statements(database) - before) / (double) REQUESTS, "statements", aim);
        }
    }

    /** PostgreSQL writes its log a moment later; a statement of our own comes after all that were before. */
    private long statements(String database) throws Exception {
        String mark = "mark " + System.nanoTime();
        shop.databases().run("postgres", "SELECT '" + mark + "'");
        return Eventually.get(Duration.ofSeconds(10), "the log is written", () -> {
            List<String> log = log();
            return log.stream().noneMatch(line -> line.contains(mark))
                    ? java.util.Optional.empty()
                    : java.util.Optional.of(log.stream()
                            .filter(line -> isStatement(line, database))
                            .count());
        });
    }

    private static boolean isStatement(String line, String database) {
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
}
