package com.dainostore.tenancy.keys;

import com.dainostore.tenancy.installation.StartRefusedException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The folder with one file per key, {@code <owner id>.key}. Nodes may share it. */
final class KeyFolder {
    private static final String ENDING = ".key";
    private static final Duration LEFT_OVER = Duration.ofHours(1);

    private final Path folder;

    private KeyFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder (0700) where it is missing and clears what a crash has left half done. */
    static KeyFolder open(Path folder) {
        try {
            SecretFile.createFolder(folder);
            if (!Files.isWritable(folder)) {
                throw new IOException("not writable");
            }
            KeyFolder keys = new KeyFolder(folder);
            keys.clearUnfinished(Instant.now().minus(LEFT_OVER));
            return keys;
        } catch (IOException e) {
            throw new StartRefusedException(
                    "The key folder " + folder + " cannot be used: make it a folder that DainoStore may write to.", e);
        }
    }

    /** Whether it holds the key of anybody. */
    static boolean holdsKeys(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> keys = Files.newDirectoryStream(folder, "*" + ENDING)) {
            return keys.iterator().hasNext();
        } catch (IOException e) {
            throw new StartRefusedException(
                    "The key folder " + folder + " cannot be read: make it readable for the user that runs DainoStore.",
                    e);
        }
    }

    Optional<byte[]> read(KeyOwner owner) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file(owner)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    boolean exists(KeyOwner owner) {
        return Files.exists(file(owner));
    }

    /** @return false where the owner has a key already, which stays */
    boolean create(KeyOwner owner, byte[] content) throws IOException {
        return SecretFile.create(file(owner), content);
    }

    /** Puts another content into the owner's key file. */
    void replace(KeyOwner owner, byte[] content) throws IOException {
        SecretFile.replace(file(owner), content);
    }

    /** Seals every key anew: what stands in each file becomes what the change makes of it. */
    void replaceAll(Change change) throws IOException {
        try (DirectoryStream<Path> keys = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : keys) {
                SecretFile.replace(file, change.of(Files.readAllBytes(file)));
            }
        }
    }

    /** What becomes of the content of a key file. */
    interface Change {
        byte[] of(byte[] content) throws IOException;
    }

    /** Deletes the key and every copy of it that a crash in {@link #create} has left. */
    void delete(KeyOwner owner) throws IOException {
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(folder, owner.id() + ENDING + "*")) {
            for (Path copy : copies) {
                Files.deleteIfExists(copy);
            }
        }
        SecretFile.sync(folder);
    }

    private void clearUnfinished(Instant before) throws IOException {
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(folder, "*" + SecretFile.UNFINISHED)) {
            for (Path file : unfinished) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Path file(KeyOwner owner) {
        return folder.resolve(owner.id() + ENDING);
    }
}
