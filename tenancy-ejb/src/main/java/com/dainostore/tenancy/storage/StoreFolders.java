package com.dainostore.tenancy.storage;

import com.dainostore.tenancy.installation.InstallationSettings;
import com.dainostore.tenancy.scope.StoreId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The folders {@code <home>/storage/<store id>/<folder>}. They are made with the store and removed with it, never by a file
 * that comes: an upload that goes on while its store is deleted finds no folder any more. All names in them are ids of ours in
 * lower case, so that no file system takes two of them for one.
 */
@ApplicationScoped
public class StoreFolders {
    private static final String STORAGE = "storage";

    @Inject
    InstallationSettings settings;

    /** Makes the folders of a store, for the owner of the process only; doing it again changes nothing. */
    public void create(StoreId store) {
        try {
            Files.createDirectories(storage());
            Path own = storage().resolve(store.value());
            createOne(own);
            for (Folder folder : Folder.values()) {
                createOne(own.resolve(folder.code()));
                open(store, folder).close();
            }
        } catch (IOException e) {
            throw new StorageException("The folders for the files of " + store + " cannot be made", e);
        }
    }

    private static void createOne(Path folder) throws IOException {
        try {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            // Whether it is a folder, and not a link to one, is seen when it is opened.
        }
    }

    /**
     * What lies in the folders of a store.
     *
     * @param bytes as they lie on the disk, sealed
     */
    public record Contents(long files, long bytes) {}

    /** What lies in the folders of a store now; nothing where it has none. */
    public Contents contents(StoreId store) {
        Path own = storage().resolve(store.value());
        if (!Files.exists(own, LinkOption.NOFOLLOW_LINKS)) {
            return new Contents(0, 0);
        }
        try (Stream<Path> walk = Files.walk(own)) {
            long files = 0;
            long bytes = 0;
            for (Path file : walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                files++;
                bytes += Files.size(file);
            }
            return new Contents(files, bytes);
        } catch (IOException e) {
            throw new StorageException("The files of " + store + " cannot be counted", e);
        }
    }

    /** Removes a store's folders with all that is in them; of a link only the link. */
    public void delete(StoreId store) {
        Path own = storage().resolve(store.value());
        if (!Files.exists(own, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(own)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new StorageException("The files of " + store + " cannot be removed", e);
        }
    }

    /** Opens a folder of a store. From then on it is this folder, wherever it may be moved or whatever takes its place. */
    FileFolder open(StoreId store, Folder folder) throws IOException {
        try (DirectoryStream<Path> storage = Files.newDirectoryStream(storage().toRealPath());
                SecureDirectoryStream<Path> own = below(secure(storage), store.value())) {
            return new FileFolder(below(own, folder.code()));
        }
    }

    private static SecureDirectoryStream<Path> below(SecureDirectoryStream<Path> parent, String name)
            throws IOException {
        return parent.newDirectoryStream(Path.of(name), LinkOption.NOFOLLOW_LINKS);
    }

    private static SecureDirectoryStream<Path> secure(DirectoryStream<Path> folder) throws IOException {
        if (folder instanceof SecureDirectoryStream<Path> secure) {
            return secure;
        }
        throw new IOException("This file system cannot open files relative to an open folder");
    }

    /** How many bytes can still be written to the disk that the folders lie on. */
    long room() {
        try {
            return Files.getFileStore(storage()).getUsableSpace();
        } catch (IOException e) {
            throw new StorageException("The disk with the files of the stores cannot be asked for its room", e);
        }
    }

    Path storage() {
        return settings.home().resolve(STORAGE);
    }
}
