package com.dainostore.tenancy.storage;

import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.storage.StoredFile.Pixels;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** Writes and reads the content of files, always encrypted. It knows nothing of their rows. */
@ApplicationScoped
public class Disk {
    /** Files are refused while less is left: the embedded database and the log need room on the same disk. */
    static final long RESERVE = 256L * 1024 * 1024;

    /** What the name of a picture ends with as it was sent. */
    static final String SENT = "-00";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    StoreFolders folders;

    @Inject
    PictureWork work;

    /** @param size of the content as it is kept */
    record Written(ContentType type, long size, String sha256, Optional<Pixels> pixels) {}

    /** Keeps what is sent as the file of that id; a picture is drawn anew. Leaves nothing behind where that fails. */
    Written write(StoreId store, Folder folder, UUID id, byte[] key, InputStream content) {
        return write(store, folder, id, key, content, FileBounds.DOCUMENT_BYTES);
    }

    /** @param mostBytes how long a document can be */
    Written write(StoreId store, Folder folder, UUID id, byte[] key, InputStream content, long mostBytes) {
        if (folders.room() < RESERVE) {
            throw new StorageFullException();
        }
        try (FileFolder open = folders.open(store, folder)) {
            FileCipher cipher = new FileCipher(key, store, id);
            return folder.holdsPictures()
                    ? picture(store, open, id, cipher, content)
                    : document(open, id, cipher, content, mostBytes);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static Written document(FileFolder folder, UUID id, FileCipher cipher, InputStream content, long mostBytes)
            throws IOException {
        try (SealedOutput out = SealedOutput.create(folder, id.toString(), cipher)) {
            ContentType type = new Arrival(content, mostBytes).copyTo(out);
            return written(type, out.publish(), Optional.empty());
        }
    }

    /** What is sent lies encrypted beside the file for as long as it is drawn anew. */
    private Written picture(StoreId store, FileFolder folder, UUID id, FileCipher cipher, InputStream content)
            throws IOException {
        String sent = id + SENT;
        try {
            ContentType type;
            try (SealedOutput out = SealedOutput.create(folder, sent, cipher)) {
                Arrival arrival = new Arrival(content, FileBounds.PICTURE_BYTES);
                arrival.requirePicture();
                type = arrival.copyTo(out);
                out.publish();
            }
            return work.inTurn(store, PATIENCE, () -> redraw(folder, id, cipher, sent, type));
        } finally {
            folder.delete(sent);
        }
    }

    private static Written redraw(FileFolder folder, UUID id, FileCipher cipher, String sent, ContentType type)
            throws IOException {
        try (FileChannel file = folder.open(sent);
                Picture picture = Picture.open(cipher.decrypting(file, sent), type);
                SealedOutput out = SealedOutput.create(folder, id.toString(), cipher)) {
            Pixels pixels = picture.keptPixels();
            picture.write(pixels, out);
            return written(picture.keptType(), out.publish(), Optional.of(pixels));
        }
    }

    private static Written written(ContentType type, SealedOutput.Measured measured, Optional<Pixels> pixels) {
        return new Written(type, measured.size(), HexFormat.of().formatHex(measured.sha256()), pixels);
    }

    /** A picture in another width: made on first use. Refuses, rather than wait long, where there is much to do. */
    SeekableByteChannel sized(StoreId store, StoredFile picture, byte[] key, int width, Duration patience) {
        String name = picture.id() + "-" + width;
        FileCipher cipher = new FileCipher(key, store, picture.id());
        try (FileFolder folder = folders.open(store, picture.folder())) {
            if (!folder.exists(name)) {
                work.inTurn(store, patience, () -> shrink(folder, picture, cipher, width, name));
            }
            return cipher.decrypting(folder.open(name), name);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Whoever waited may find that somebody else has made it. */
    private static boolean shrink(FileFolder folder, StoredFile picture, FileCipher cipher, int width, String name)
            throws IOException {
        if (folder.exists(name)) {
            return false;
        }
        String original = picture.id().toString();
        try (FileChannel file = folder.open(original);
                Picture source = Picture.open(
                        cipher.decrypting(file, original), ContentType.ofMediaType(picture.contentType()));
                SealedOutput out = SealedOutput.create(folder, name, cipher)) {
            source.write(source.pixels().within(width), out);
            out.publish();
            return true;
        }
    }

    /** The content of a file, where its length is what it was. Empty where there is no file. */
    Optional<SeekableByteChannel> open(StoreId store, StoredFile file, byte[] key) {
        FileCipher cipher = new FileCipher(key, store, file.id());
        String name = file.id().toString();
        try (FileFolder folder = folders.open(store, file.folder())) {
            if (!folder.exists(name)) {
                return Optional.empty();
            }
            FileChannel sealed = folder.open(name);
            if (sealed.size() != cipher.sealedSize(file.size())) {
                sealed.close();
                throw new DamagedFileException("The file " + name + " of " + store + " is not as long as it was.");
            }
            return Optional.of(cipher.decrypting(sealed, name));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Removes a file and all that was made from it. */
    void delete(StoreId store, Folder folder, UUID id) {
        try (FileFolder open = folders.open(store, folder)) {
            open.delete(id.toString());
            for (int width : FileContent.WIDTHS) {
                open.delete(id + "-" + width);
            }
            open.sync();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private RuntimeException failed(IOException e) {
        return folders.room() < RESERVE / 2
                ? new StorageFullException()
                : new StorageException("A file of a store cannot be written or read", e);
    }
}
