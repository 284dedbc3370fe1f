package com.dainostore.tenancy.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A file as it comes in: what it is shows in its first bytes, and it ends where it gets too long. */
final class Arrival {
    private static final int BUFFER = 64 * 1024;

    private final InputStream content;
    private final long mostBytes;
    private final byte[] head;

    Arrival(InputStream content, long mostBytes) {
        this.content = content;
        this.mostBytes = mostBytes;
        this.head = head(content);
    }

    void requirePicture() {
        if (head.length > 0 && !ContentType.of(head).isPicture()) {
            throw FileRefusedException.noPicture();
        }
    }

    /** Writes all of it and says what it is. */
    ContentType copyTo(OutputStream out) throws IOException {
        if (head.length == 0) {
            throw FileRefusedException.empty();
        }
        out.write(head);
        long size = head.length;
        byte[] buffer = new byte[BUFFER];
        for (int read = next(buffer); read >= 0; read = next(buffer)) {
            size += read;
            if (size > mostBytes) {
                throw FileRefusedException.tooLarge(mostBytes);
            }
            out.write(buffer, 0, read);
        }
        return ContentType.of(head);
    }

    private static byte[] head(InputStream content) {
        try {
            return content.readNBytes(ContentType.HEAD);
        } catch (IOException e) {
            throw brokenOff(e);
        }
    }

    private int next(byte[] buffer) {
        try {
            return content.read(buffer);
        } catch (IOException e) {
            throw brokenOff(e);
        }
    }

    /** The sender's doing, unlike a disk that cannot be written to. */
    private static RuntimeException brokenOff(IOException e) {
        FileRefusedException broken = FileRefusedException.brokenOff();
        broken.initCause(e);
        return broken;
    }
}
