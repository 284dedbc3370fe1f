package com.dainostore.tenancy.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Writes the content of a file to an encrypted one and measures it on the way. The file counts from {@link #publish} on;
 * closed before, it leaves nothing behind.
 */
final class SealedOutput extends OutputStream {
    private final FileFolder folder;
    private final String name;
    private final FileChannel file;
    private final WritableByteChannel sealing;
    private final MessageDigest digest = sha256();
    private long size;
    private boolean published;

    private SealedOutput(FileFolder folder, String name, FileChannel file, WritableByteChannel sealing) {
        this.folder = folder;
        this.name = name;
        this.file = file;
        this.sealing = sealing;
    }

    static SealedOutput create(FileFolder folder, String name, FileCipher cipher) throws IOException {
        FileChannel file = folder.create(name + FileFolder.UNFINISHED);
        // Tink closes the channel that it writes to; the file has to be forced to the disk after that.
        WritableByteChannel kept = new WritableByteChannel() {
            @Override
            public int write(ByteBuffer bytes) throws IOException {
                return file.write(bytes);
            }

            @Override
            public boolean isOpen() {
                return file.isOpen();
            }

            @Override
            public void close() {
                // The owner closes the file.
            }
        };
        return new SealedOutput(folder, name, file, cipher.encrypting(kept, name));
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer plain = ByteBuffer.wrap(bytes, offset, length);
        while (plain.hasRemaining()) {
            sealing.write(plain);
        }
        digest.update(bytes, offset, length);
        size += length;
    }

    /** Ends the file, forces it to the disk and gives it its name. */
    Measured publish() throws IOException {
        sealing.close();
        file.force(true);
        file.close();
        folder.publish(name + FileFolder.UNFINISHED, name);
        published = true;
        return new Measured(size, digest.digest());
    }

    /** @param sha256 of what was written */
    record Measured(long size, byte[] sha256) {}

    @Override
    public void close() throws IOException {
        file.close();
        if (!published) {
            folder.delete(name + FileFolder.UNFINISHED);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
