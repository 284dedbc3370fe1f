package com.dainostore.shop.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Which encoding a text has: as its byte order mark says, else UTF-8 where all of it is, else what Windows writes in the West. */
final class TextEncoding {
    static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int BUFFER = 64 * 1024;
    private static final int LONGEST_MARK = 3;

    private TextEncoding() {}

    /** Reads to the end, in bounded memory, and closes nothing. */
    static Charset detect(InputStream in) throws IOException {
        PushbackInputStream content = new PushbackInputStream(in, LONGEST_MARK);
        Charset marked = mark(content);
        if (marked.equals(StandardCharsets.UTF_16LE) || marked.equals(StandardCharsets.UTF_16BE)) {
            return marked;
        }
        return isUtf8(content) ? StandardCharsets.UTF_8 : WINDOWS;
    }

    /** The text without its mark. */
    static Reader read(InputStream in, Charset charset) throws IOException {
        PushbackInputStream content = new PushbackInputStream(in, LONGEST_MARK);
        mark(content);
        return new InputStreamReader(content, charset);
    }

    /** Goes past the mark and says what it means; UTF-8 where there is none. */
    private static Charset mark(PushbackInputStream content) throws IOException {
        byte[] head = content.readNBytes(LONGEST_MARK);
        Charset charset = StandardCharsets.UTF_8;
        int length = 0;
        if (head.length == LONGEST_MARK && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && head[2] == (byte) 0xbf) {
            length = LONGEST_MARK;
        } else if (head.length >= 2 && head[0] == (byte) 0xff && head[1] == (byte) 0xfe) {
            charset = StandardCharsets.UTF_16LE;
            length = 2;
        } else if (head.length >= 2 && head[0] == (byte) 0xfe && head[1] == (byte) 0xff) {
            charset = StandardCharsets.UTF_16BE;
            length = 2;
        }
        content.unread(head, length, head.length - length);
        return charset;
    }

    private static boolean isUtf8(InputStream content) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        byte[] bytes = new byte[BUFFER];
        CharBuffer text = CharBuffer.allocate(BUFFER);
        int left = 0;
        for (int read = content.readNBytes(bytes, 0, BUFFER); ; read = content.readNBytes(bytes, left, BUFFER - left)) {
            boolean last = left + read < BUFFER;
            ByteBuffer part = ByteBuffer.wrap(bytes, 0, left + read);
            CoderResult result = decoder.decode(part, text.clear(), last);
            if (result.isError()) {
                return false;
            }
            if (last) {
                return true;
            }
            left = part.remaining();
            System.arraycopy(bytes, part.position(), bytes, 0, left);
        }
    }
}
