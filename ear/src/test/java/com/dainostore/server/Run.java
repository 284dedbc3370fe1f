package com.dainostore.server;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Runs DainoStore in the foreground until Ctrl-C: what {@code ./mvnw -Prun} ends in.
 *
 * <p>All {@code dainostore.*} system properties go on to the application, and so do environment variables.
 */
public final class Run {
    private static final PrintStream TERMINAL = System.out;
    private static final Duration START = Duration.ofMinutes(10);

    private final ServerConfig config;
    private final AtomicBoolean stopping = new AtomicBoolean();

    private Run(ServerConfig config) {
        this.config = config;
    }

    /** @param arguments the build's {@code target} folder and the root of the checkout */
    public static void main(String... arguments) throws InterruptedException {
        try {
            new Run(config(Path.of(arguments[0]), Path.of(arguments[1]))).run();
        } catch (ServerFailedException e) {
            say("cannot start: " + e.getMessage());
            System.exit(1);
        }
    }

    private static ServerConfig config(Path target, Path root) {
        Path home =
                root.resolve(setting("dainostore.home", "var")).toAbsolutePath().normalize();
        String port = setting("dainostore.http.port", "8080");
        if (!port.matches("[1-9][0-9]{0,4}") || Integer.parseInt(port) > 65_535) {
            throw new ServerFailedException("dainostore.http.port must be a number from 1 to 65535.");
        }
        return ServerConfig.built(target, "run", home, Integer.parseInt(port)).with(given());
    }

    private static Map<String, String> given() {
        return System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("dainostore."))
                .collect(Collectors.toMap(name -> name, System::getProperty, (a, b) -> a, TreeMap::new));
    }

    private static String setting(String key, String otherwise) {
        String variable = System.getenv(key.replace('.', '_').toUpperCase(Locale.ROOT));
        return System.getProperty(key, variable == null ? otherwise : variable);
    }

    private void run() throws InterruptedException {
        long start = System.nanoTime();
        PayaraServer server = PayaraServer.launch(config, Run::say);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
        try {
            server.waitUntilReady(START, Run::say);
        } catch (ServerFailedException e) {
            stopping.set(true);
            server.stop();
            throw e;
        }
        welcome(Duration.ofNanos(System.nanoTime() - start));
        server.waitForEnd();
        if (!stopping.get()) {
            say("the server has ended by itself. See " + config.log());
            System.exit(1);
        }
        // The JVM is going down, and the hook has the last word.
        Thread.currentThread().join();
    }

    private void stop(PayaraServer server) {
        if (stopping.getAndSet(true) || !server.isAlive()) {
            return;
        }
        say("stopping the server and its database");
        say(server.stop() ? "stopped" : "did not stop in time and was killed");
    }

    private void welcome(Duration time) {
        String base = ":" + config.port();
        String domain = config.properties().getOrDefault("dainostore.platform.domain", "localhost");
        say("ready after " + time.toSeconds() + " seconds");
        line("");
        line("  Landing page      http://" + domain + base + "/");
        line("  Demo stores       http://aurora." + domain + base + "/   http://basalt." + domain + base + "/");
        line("  Operator console  http://" + domain + base + "/admin");
        line("  API               http://" + domain + base + "/api/platform/v1");
        line("  Log               " + config.log());
        line("  First operator    " + operator());
        line("");
        line("  Ctrl-C stops everything.");
    }

    private String operator() {
        String email = config.properties().getOrDefault("dainostore.operator.email", "operator@localhost");
        Path password = config.home().resolve("operator-password");
        return Files.exists(password) ? email + ", password in " + password : email;
    }

    private static void say(String what) {
        line("DainoStore: " + what);
    }

    private static void line(String text) {
        TERMINAL.println(text);
        TERMINAL.flush();
    }
}
