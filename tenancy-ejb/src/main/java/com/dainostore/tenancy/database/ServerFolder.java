package com.dainostore.tenancy.database;

import com.dainostore.tenancy.installation.StartRefusedException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/** The folder of the embedded server, {@code <home>/postgres}, and what lies in it. */
final class ServerFolder {
    private static final long LEAST_BYTES_FREE = 300L << 20;
    /** Lines of {@code postmaster.pid}, PostgreSQL's {@code miscadmin.h}: process, then, fourth, the port. */
    private static final int PID_LINE = 0;

    private static final int PORT_LINE = 3;

    private final Path home;
    private final Path root;

    ServerFolder(Path home) {
        this.home = home.toAbsolutePath().normalize();
        this.root = this.home.resolve("postgres");
    }

    Path root() {
        return root;
    }

    Path data() {
        return root.resolve("data");
    }

    Path portFile() {
        return root.resolve("port");
    }

    Path log() {
        return home.resolve("log").resolve("postgresql");
    }

    boolean initialized() {
        return Files.exists(data().resolve("PG_VERSION"));
    }

    /** Makes the folders; others may pass through {@code postgres}, but see nothing in it. */
    void prepare() {
        try {
            Files.createDirectories(log());
            Files.createDirectories(root);
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
            requireSpace();
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    private void requireSpace() throws IOException {
        long free = Files.getFileStore(root).getUsableSpace();
        if (!initialized() && free < LEAST_BYTES_FREE) {
            throw new StartRefusedException(
                    "The disk that holds %s has %d MB free and the database needs %d MB: make room there or set dainostore.home to another folder."
                            .formatted(home, free >> 20, LEAST_BYTES_FREE >> 20));
        }
    }

    void requireVersion(String major) throws IOException {
        String found = Files.readString(data().resolve("PG_VERSION")).strip();
        if (!found.equals(major)) {
            throw new StartRefusedException(
                    "The data in %s was written by PostgreSQL %s and this release brings PostgreSQL %s: start the release that wrote it, or upgrade the folder with pg_upgrade."
                            .formatted(data(), found, major));
        }
    }

    /** The superuser's password; made before the first initialization, so that a killed start finds it again. */
    String superuserPassword() throws IOException {
        Path file = root.resolve("superuser-password");
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        if (initialized()) {
            throw new StartRefusedException(
                    "The file %s is missing, and without it the database beside it cannot be opened: put it back from a backup."
                            .formatted(file));
        }
        String password = StoreDatabase.newPassword();
        writePrivately(file, password);
        return password;
    }

    static void writePrivately(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, text);
        Files.move(draft, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    /** The process that serves this data directory; empty where none does, whatever the pid file says. */
    Optional<Long> livePid() {
        return pidLine(PID_LINE).map(Long::valueOf).filter(this::servesThisFolder);
    }

    Optional<Integer> livePort() {
        return pidLine(PORT_LINE).map(Integer::valueOf);
    }

    /**
     * Removes a pid file whose number belongs to a stranger or to a corpse that nobody has buried, which PostgreSQL would
     * take for a live server. Where orphaned backends still use the shared memory PostgreSQL itself refuses to start.
     */
    void removeStalePidFile() {
        try {
            Files.deleteIfExists(data().resolve("postmaster.pid"));
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    private Optional<String> pidLine(int number) {
        try {
            List<String> lines = Files.readAllLines(data().resolve("postmaster.pid"));
            return lines.size() > number
                    ? Optional.of(lines.get(number).strip()).filter(line -> line.matches("\\d{1,9}"))
                    : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** The server's working directory is its data directory (PostgreSQL changes to it at the start). */
    private boolean servesThisFolder(long pid) {
        try {
            return Files.isSameFile(Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd")), data());
        } catch (IOException gone) {
            return false;
        }
    }

    StartRefusedException refusal(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return new StartRefusedException(
                    "The folder %s cannot be used by this user: change its owner or set dainostore.home to another folder."
                            .formatted(denied.getFile()),
                    e);
        }
        String reason = e instanceof FileSystemException file && file.getReason() != null
                ? file.getFile() + ": " + file.getReason()
                : String.valueOf(e.getMessage());
        return new StartRefusedException(
                "The database's folder %s cannot be used (%s): correct this or set dainostore.home to another folder."
                        .formatted(root, reason),
                e);
    }
}
