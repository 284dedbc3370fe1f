package com.dainostore.tenancy.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import javax.imageio.stream.ImageInputStreamImpl;

/** What image readers read from, straight from an encrypted file: nothing of it is kept in memory or on the disk. */
final class ChannelImageInput extends ImageInputStreamImpl {
    private final SeekableByteChannel content;
    private final byte[] one = new byte[1];

    ChannelImageInput(SeekableByteChannel content) {
        this.content = content;
    }

    @Override
    public int read() throws IOException {
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        checkClosed();
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        content.position(streamPos);
        int read = content.read(ByteBuffer.wrap(bytes, offset, length));
        streamPos += Math.max(read, 0);
        return read == 0 ? -1 : read;
    }

    @Override
    public long length() {
        try {
            return content.size();
        } catch (IOException e) {
            return -1;
        }
    }
}
