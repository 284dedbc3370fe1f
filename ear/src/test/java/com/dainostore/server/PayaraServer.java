package com.dainostore.server;

import java.io.IOException;
import java.net.BindException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A running Payara Server with the application in it.
 *
 * <p>Life cycle: {@link #start} returns once the application says that it is ready, or throws with one sentence;
 * {@link #stop} lets it finish, {@link #killHard} does not.
 */
public final class PayaraServer implements AutoCloseable {
    /** What the application writes to its log when it refuses to start, followed by one sentence. */
    static final String REFUSAL = "DainoStore cannot start: ";

    private static final String NOT_DEPLOYED = "Boot Command deploy failed";

    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final ServerConfig config;
    private final ServerLog log;
    private final FileChannel lock;
    private final ServerProcess process;

    private PayaraServer(ServerConfig config, ServerLog log, FileChannel lock, ServerProcess process) {
        this.config = config;
        this.log = log;
        this.lock = lock;
        this.process = process;
    }

    /**
     * Starts a server and waits until it is ready.
     *
     * @param progress is told in a few words what happens
     * @throws ServerFailedException when it does not start within the time, or refuses to
     */
    public static PayaraServer start(ServerConfig config, Duration time, Consumer<String> progress) {
        PayaraServer server = launch(config, progress);
        boolean ready = false;
        try {
            server.waitUntilReady(time, progress);
            ready = true;
            return server;
        } finally {
            if (!ready) {
                server.close();
            }
        }
    }

    /** Starts a server without waiting for it. */
    public static PayaraServer launch(ServerConfig config, Consumer<String> progress) {
        requireBuilt(config);
        FileChannel lock = null;
        try {
            Files.createDirectories(config.console().getParent());
            Files.createDirectories(config.folder());
            requireFreePort(config.port());
            lock = lock(config.folder());
            progress.accept("making the server's domain");
            Domain domain = new Domain(config);
            List<String> options = domain.make();
            progress.accept("starting the server on 127.0.0.1:" + config.port());
            ServerLog log = ServerLog.fromNow(config.log());
            return new PayaraServer(config, log, lock, ServerProcess.start(config, options, domain.deployment()));
        } catch (IOException e) {
            release(lock);
            throw new ServerFailedException(
                    "The server cannot be prepared in " + config.folder() + " and " + config.home() + ": " + reason(e),
                    e);
        }
    }

    /** A port of 127.0.0.1 that nobody uses at the moment. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ServerFailedException("No port of 127.0.0.1 is free: " + e.getMessage(), e);
        }
    }

    public ServerConfig config() {
        return config;
    }

    public ServerLog log() {
        return log;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until the server ends by itself or is stopped. */
    public void waitForEnd() throws InterruptedException {
        process.waitFor();
    }

    /** Lets the application finish, for a bounded time. Returns whether it did. */
    public boolean stop() {
        boolean finished = process.stop(PATIENCE);
        release(lock);
        return finished;
    }

    /** Ends the server's JVM, and nothing else, without any notice. */
    public void killHard() {
        process.kill();
        release(lock);
    }

    @Override
    public void close() {
        stop();
    }

    /** Waits for 200 on {@code /health/ready}, passing the application's progress on meanwhile. */
    public void waitUntilReady(Duration time, Consumer<String> progress) {
        long deadline = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < deadline) {
            boolean ended = !process.isAlive();
            tell(progress);
            if (ended) {
                throw new ServerFailedException("The server ended while it was starting. See " + logs());
            }
            if (isReady()) {
                return;
            }
            pause();
        }
        throw new ServerFailedException(
                "The application was not ready after " + time.toSeconds() + " seconds. See " + logs());
    }

    /** Whether the application answers that it is ready. */
    public boolean isReady() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + config.port() + "/health/ready")
                            .toURL()
                            .openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(5_000);
            boolean ready = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            connection.disconnect();
            return ready;
        } catch (IOException e) {
            return false;
        }
    }

    /** Passes on what the application says, and fails when that is that it refuses to start. */
    private void tell(Consumer<String> progress) {
        for (ServerLog.Entry entry : log.newEntries()) {
            if (entry.message().startsWith(REFUSAL)) {
                throw new ServerFailedException(entry.message().substring(REFUSAL.length()));
            }
            if (entry.message().startsWith(NOT_DEPLOYED)) {
                throw new ServerFailedException("The application could not be deployed. See " + logs());
            }
            if (entry.logger().startsWith("com.dainostore.") && !entry.level().equals("SEVERE")) {
                progress.accept(entry.message());
            }
        }
    }

    private String logs() {
        return config.log() + " and " + config.console();
    }

    private static void requireBuilt(ServerConfig config) {
        for (Path part : List.of(config.distribution(), config.archive(), config.driver())) {
            if (!Files.exists(part)) {
                throw new ServerFailedException(part + " is missing: build with ./mvnw package first.");
            }
        }
    }

    private static void requireFreePort(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (BindException e) {
            boolean denied = String.valueOf(e.getMessage()).contains("Permission denied");
            throw new ServerFailedException(
                    "Port " + port + (denied ? " is reserved for root" : " is already in use")
                            + ". Stop what uses it or choose another one with -Ddainostore.http.port=",
                    e);
        } catch (IOException e) {
            throw new ServerFailedException("Port " + port + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Two servers in one folder would take each other's files away. */
    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new ServerFailedException("Another DainoStore is running from " + folder + ". Stop it first.");
        }
        return channel;
    }

    private static void release(@Nullable FileChannel lock) {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            throw new ServerFailedException("Cannot release the server's folder: " + e.getMessage(), e);
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("Interrupted while the server was starting.", e);
        }
    }
}
