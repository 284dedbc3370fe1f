package com.dainostore.tenancy.storage;

import com.dainostore.tenancy.scope.StoreId;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;

/**
 * Encrypts the content of one file with a key of its own: Tink's streaming AES-256-GCM, in segments of {@link #SEGMENT} bytes
 * that can be read one by one. Store, purpose and file are authenticated with each segment, as are its place and the end.
 */
final class FileCipher {
    static final int KEY_BYTES = 32;
    static final int SEGMENT = 64 * 1024;

    private final AesGcmHkdfStreaming streaming;
    private final StoreId store;
    private final UUID file;

    FileCipher(byte[] key, StoreId store, UUID file) {
        this.store = store;
        this.file = file;
        try {
            streaming = new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot do AES-256-GCM", e);
        }
    }

    static byte[] newKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    /** @param name what the file is called on the disk, so that no file of a store can take the place of another */
    WritableByteChannel encrypting(WritableByteChannel out, String name) throws IOException {
        try {
            return streaming.newEncryptingChannel(out, associatedData(name));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The file cannot be sealed", e);
        }
    }

    /** The content to read from anywhere; each read fails where the bytes are not those that were sealed under this name. */
    SeekableByteChannel decrypting(SeekableByteChannel in, String name) throws IOException {
        try {
            return streaming.newSeekableDecryptingChannel(in, associatedData(name));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The file cannot be opened", e);
        }
    }

    /** How long a file on the disk is whose content is so long. */
    long sealedSize(long size) {
        return streaming.expectedCiphertextSize(size);
    }

    private byte[] associatedData(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String part : List.of(store.value(), "file", file.toString(), name)) {
            byte[] text = part.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
            bytes.writeBytes(text);
        }
        return bytes.toByteArray();
    }
}
