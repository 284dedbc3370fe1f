package com.dainostore.tenancy.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.UUID;

/**
 * Writes a file (0600) that appears whole or not at all, whoever else tries at the same time.
 * A crash can leave a {@code <name>.<random>.new} behind, never a half file under the final name.
 */
public final class SecretFile {
    static final String UNFINISHED = ".new";

    private SecretFile() {}

    /** @return whether this call made the file; a file that was there before stays as it is, and this is false */
    public static boolean create(Path file, byte[] content) throws IOException {
        Path unfinished = unfinished(file);
        try {
            write(unfinished, content);
            return publish(unfinished, file);
        } finally {
            Files.deleteIfExists(unfinished);
            sync(folderOf(file));
        }
    }

    /** Puts another content into the place of the file's: at no moment there is neither, or a part of one. */
    static void replace(Path file, byte[] content) throws IOException {
        Path unfinished = unfinished(file);
        try {
            write(unfinished, content);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
            sync(folderOf(file));
        }
    }

    private static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + UNFINISHED);
    }

    /** A hard link, because a rename would replace the file of whoever was quicker. */
    private static boolean publish(Path unfinished, Path file) throws IOException {
        try {
            Files.createLink(file, unfinished);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (FileChannel channel = FileChannel.open(file, options, ownerOnly)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Makes what was added to or removed from the folder survive a power cut. */
    static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Creates the folder and those above it that are missing, for the owner only. */
    static void createFolder(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }
}
