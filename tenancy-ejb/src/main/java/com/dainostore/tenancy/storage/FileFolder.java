package com.dainostore.tenancy.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An open folder of one store. Every file is reached relative to the open folder and without following links, so between
 * a check and its use nobody can put something else in the way. Names are {@code <file id>} and what is derived from it:
 * {@code <file id>-<width>} and, while they are written, {@code ....new}.
 */
final class FileFolder implements AutoCloseable {
    static final String UNFINISHED = ".new";
    static final Pattern NAME = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(-[0-9]{2,4})?(\\.new)?");
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> CREATE =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    private final SecureDirectoryStream<Path> folder;

    /** Something in the folder, whoever has put it there. */
    record Entry(String name, boolean regular, Instant changed) {}

    FileFolder(SecureDirectoryStream<Path> folder) {
        this.folder = folder;
    }

    /** Begins a new file (0600), which must not be there yet. */
    FileChannel create(String name) throws IOException {
        return channel(folder.newByteChannel(
                path(name),
                CREATE,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
    }

    /** Opens a file for reading. What is no plain file is not opened at all: a pipe would keep its reader waiting. */
    FileChannel open(String name) throws IOException {
        if (!attributes(path(name)).isRegularFile()) {
            throw new NoSuchFileException(name);
        }
        return channel(folder.newByteChannel(path(name), READ));
    }

    boolean exists(String name) throws IOException {
        try {
            return attributes(path(name)).isRegularFile();
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Gives a finished file its name: it is there whole or not at all, also after a power cut. */
    void publish(String unfinished, String name) throws IOException {
        folder.move(path(unfinished), folder, path(name));
        sync();
    }

    /** Removes a file; one that is not there is no failure. */
    void delete(String name) throws IOException {
        try {
            folder.deleteFile(path(name));
        } catch (NoSuchFileException e) {
            // It is gone already.
        }
    }

    void sync() throws IOException {
        try (FileChannel self = channel(folder.newByteChannel(Path.of("."), Set.of(StandardOpenOption.READ)))) {
            self.force(true);
        }
    }

    /** All that lies in the folder. Can be asked once. */
    List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try {
            for (Path path : folder) {
                Path name = path.getFileName();
                BasicFileAttributes attributes = attributes(name);
                entries.add(new Entry(
                        name.toString(),
                        attributes.isRegularFile(),
                        attributes.lastModifiedTime().toInstant()));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return entries;
    }

    private BasicFileAttributes attributes(Path name) throws IOException {
        return folder.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes();
    }

    private static FileChannel channel(SeekableByteChannel opened) throws IOException {
        if (opened instanceof FileChannel file) {
            return file;
        }
        opened.close();
        throw new IOException("This file system has no files that can be forced to the disk");
    }

    private static Path path(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not the name of a stored file");
        }
        return Path.of(name);
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
