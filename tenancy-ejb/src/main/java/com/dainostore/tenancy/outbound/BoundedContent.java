package com.dainostore.tenancy.outbound;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Content that is refused where it is longer than it may be. */
final class BoundedContent extends FilterInputStream {
    private final long most;
    private long count;

    BoundedContent(InputStream content, long most) {
        super(content);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            count(1);
        }
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) {
        count += bytes;
        if (count > most) {
            throw tooLong(most);
        }
    }

    static OutboundRefusedException tooLong(long most) {
        return OutboundRefusedException.answer("The answer is longer than " + most + " bytes.");
    }
}
