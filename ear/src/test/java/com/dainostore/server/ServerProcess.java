package com.dainostore.server;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The JVM of one server.
 *
 * <p>It leads a session of its own, so that a Ctrl-C at our terminal reaches us alone and we stop it in order, and it
 * gets a SIGTERM if we die without doing so.
 */
final class ServerProcess {
    private static final List<String> LEASH = List.of("/usr/bin/setsid", "/usr/bin/setpriv", "--pdeathsig", "TERM");

    private final Process process;

    private ServerProcess(Process process) {
        this.process = process;
    }

    static ServerProcess start(ServerConfig config, List<String> domainOptions, Path deployment) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of(LEASH.get(0))) && Files.isExecutable(Path.of(LEASH.get(1)))) {
            command.addAll(LEASH);
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + optionFile(config, domainOptions));
        command.addAll(List.of(
                "com.sun.enterprise.glassfish.bootstrap.ASMain",
                "-type",
                "DAS",
                "-instancename",
                "server",
                "-domainname",
                "domain1",
                "-domaindir",
                config.domain().toString(),
                "-read-stdin",
                "false",
                "-verbose",
                "false",
                "-postbootcommandfile",
                deployment.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(config.folder().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(config.console().toFile());
        return new ServerProcess(onAThreadOfItsOwn(builder));
    }

    /** The signal at the parent's death is bound to the thread that started the child: this one lives as long. */
    private static Process onAThreadOfItsOwn(ProcessBuilder builder) throws IOException {
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread parent = new Thread(() -> {
            try {
                Process process = builder.start();
                started.complete(process);
                process.waitFor();
            } catch (IOException e) {
                started.completeExceptionally(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        parent.setName("server process");
        parent.setDaemon(true);
        parent.start();
        try {
            return started.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the server was being started", e);
        }
    }

    /** A file, readable by us alone: the configuration holds secrets, and any user can read a command line. */
    private static Path optionFile(ServerConfig config, List<String> domainOptions) throws IOException {
        Path file = config.folder().resolve("java.options");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        List<String> lines = Stream.of(
                        Stream.of("-cp", classPath(config)),
                        domainOptions.stream(),
                        ours(config),
                        config.jvmOptions().stream())
                .flatMap(options -> options)
                .map(ServerProcess::quoted)
                .toList();
        return Files.write(file, lines, StandardCharsets.UTF_8);
    }

    private static String classPath(ServerConfig config) {
        return config.distribution().resolve("glassfish/modules/glassfish.jar").toString();
    }

    private static Stream<String> ours(ServerConfig config) {
        Map<String, String> properties = new TreeMap<>(config.properties());
        properties.put("dainostore.home", config.home().toString());
        properties.put("dainostore.http.port", String.valueOf(config.port()));
        properties.put(
                "com.sun.aas.installRoot",
                config.distribution().resolve("glassfish").toString());
        properties.put("com.sun.aas.instanceRoot", config.domain().toString());
        properties.put("product.name", "");
        properties.put("org.glassfish.additionalOSGiBundlesToStart", "");
        // Java takes the home folder from the user database, a shell from HOME: mean what the shell means.
        properties.put("user.home", userHome());
        return Stream.concat(
                Stream.of("-Xmx1g", "-XX:+ExitOnOutOfMemoryError"),
                properties.entrySet().stream().map(p -> "-D" + p.getKey() + "=" + p.getValue()));
    }

    private static String userHome() {
        String home = System.getenv("HOME");
        return home == null || home.isEmpty() ? System.getProperty("user.home") : home;
    }

    /** Quoted for an argument file of the {@code java} command. */
    private static String quoted(String option) {
        return '"' + option.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGTERM; SIGKILL after the given time. Returns whether it ended by itself. */
    boolean stop(Duration patience) {
        process.destroy();
        if (endsWithin(patience)) {
            return true;
        }
        kill();
        return false;
    }

    void kill() {
        process.destroyForcibly();
        endsWithin(Duration.ofSeconds(10));
    }

    /** Waits for the end, however long it takes. */
    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    private boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
