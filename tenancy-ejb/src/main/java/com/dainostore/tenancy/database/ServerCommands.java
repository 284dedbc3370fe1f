package com.dainostore.tenancy.database;

import com.dainostore.tenancy.installation.StartRefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** PostgreSQL's own commands on one folder: initialize, start, stop. */
final class ServerCommands {
    private static final int ANY_PORT = 0;
    private static final Duration LAST_PROCESSES = Duration.ofSeconds(20);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
    private static final Logger LOG = Logger.getLogger(ServerCommands.class.getName());

    /**
     * What the server runs with, given anew at every start. {@code wal_level} and the senders serve backups and moving a
     * store; failing statements stay out of the log because they may hold personal data.
     */
    private static final String SETTINGS = String.join(
            " ",
            "-c listen_addresses=127.0.0.1",
            "-c unix_socket_directories=",
            "-c max_connections=300",
            "-c fsync=on",
            "-c full_page_writes=on",
            "-c wal_level=logical",
            "-c max_wal_senders=10",
            "-c max_replication_slots=10",
            "-c max_slot_wal_keep_size=4GB",
            "-c jit=off",
            "-c logging_collector=on",
            "-c log_directory=../../log/postgresql",
            "-c log_filename=postgresql-%a.log",
            "-c log_truncate_on_rotation=on",
            "-c log_rotation_age=1d",
            "-c log_rotation_size=0",
            "-c log_min_error_statement=panic");

    private final ServerFolder folder;
    private final Path binaries;
    private final ServerAccount account;

    ServerCommands(ServerFolder folder, Path binaries, ServerAccount account) {
        this.folder = folder;
        this.binaries = binaries.resolve("bin");
        this.account = account;
    }

    /** What a running server must report to be taken over: the version and every setting. */
    String settings() {
        return PostgresBinaries.VERSION + "-" + Integer.toHexString(SETTINGS.hashCode());
    }

    /** Builds the data directory beside its place and moves it there whole: a killed start leaves no half of one. */
    void initialize(String password) throws IOException {
        Path draft = folder.root().resolve("data-new");
        Path passwordFile = folder.root().resolve("initdb-password");
        PostgresBinaries.deleteTree(draft);
        Files.createDirectory(draft);
        Files.setOwner(draft, account.owner());
        ServerFolder.writePrivately(passwordFile, password);
        Files.setOwner(passwordFile, account.owner());
        try {
            Commands.run(
                    folder.root(),
                    account.command(
                            binaries.resolve("initdb"),
                            "--pgdata=" + draft,
                            "--username=" + EmbeddedPostgres.SUPERUSER,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--locale=C.UTF-8",
                            "--data-checksums"));
        } catch (IOException e) {
            throw refusal(String.valueOf(e.getMessage()), e);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(draft, folder.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Starts on the port of the last time, or on another where that one is taken. */
    int startOnFreePort() throws IOException {
        int port = freePort(rememberedPort());
        start(port);
        return port;
    }

    /** Where the server before was killed, its processes may need a moment to notice: they hold its memory until then. */
    void start(int port) {
        long end = System.nanoTime() + LAST_PROCESSES.toNanos();
        for (; ; ) {
            try {
                tryToStart(port);
                return;
            } catch (IOException e) {
                String reason = lastWords().orElse(String.valueOf(e.getMessage()));
                if (!reason.contains("pre-existing shared memory block") || System.nanoTime() > end || !rested()) {
                    throw refusal(reason, e);
                }
            }
        }
    }

    private static boolean rested() {
        try {
            Thread.sleep(BETWEEN_TRIES.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void tryToStart(int port) throws IOException {
        Files.setOwner(folder.log(), account.owner());
        // pg_ctl gives the server a session of its own: Ctrl-C in a terminal does not reach it.
        Commands.run(
                folder.root(),
                account.command(
                        binaries.resolve("pg_ctl"),
                        "start",
                        "--pgdata=" + folder.data(),
                        "--wait",
                        "--timeout=120",
                        "--silent",
                        "--log=" + folder.log().resolve("start.log"),
                        "--options=-p %d -c dainostore.settings=%s %s".formatted(port, settings(), SETTINGS)));
    }

    void stop() {
        if (!stop("fast")) {
            LOG.warning("The database server does not end in good order and is ended at once");
            stop("immediate");
        }
    }

    private boolean stop(String mode) {
        try {
            Commands.run(
                    folder.root(),
                    account.command(
                            binaries.resolve("pg_ctl"),
                            "stop",
                            "--pgdata=" + folder.data(),
                            "--mode=" + mode,
                            "--wait",
                            "--timeout=60",
                            "--silent"));
            return true;
        } catch (IOException e) {
            LOG.log(Level.FINE, "pg_ctl stop", e);
            return folder.livePid().isEmpty();
        }
    }

    private int rememberedPort() throws IOException {
        Path file = folder.portFile();
        return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : ANY_PORT;
    }

    private static int freePort(int wanted) throws IOException {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            if (wanted == ANY_PORT) {
                throw taken;
            }
            return freePort(ANY_PORT);
        }
    }

    /** The last thing that the server's newest log calls fatal. */
    private Optional<String> lastWords() {
        try (var logs = Files.list(folder.log())) {
            Path newest = logs.max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElseThrow(() -> new IOException("no log"));
            List<String> fatal = Files.readAllLines(newest).stream()
                    .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                    .toList();
            return fatal.isEmpty()
                    ? Optional.empty()
                    : Optional.of(fatal.get(fatal.size() - 1).replaceFirst(".*(FATAL|PANIC): *", ""));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private StartRefusedException refusal(String reason, IOException cause) {
        if (reason.contains("No space left on device")) {
            return new StartRefusedException(
                    "The disk that holds %s is full: make room there and start again.".formatted(folder.root()), cause);
        }
        return new StartRefusedException(
                "The database in %s does not start (%s): correct this, or put the folder back from a backup; the log is in %s."
                        .formatted(folder.root(), reason.replaceAll("\\s+", " "), folder.log()),
                cause);
    }
}
