package com.dainostore.shop.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;

/** Sockets of the driver that count round trips: a sending after which an answer was read. */
public final class CountingSockets extends SocketFactory {
    private static final Map<String, AtomicLong> COUNTS = new ConcurrentHashMap<>();
    private final AtomicLong count;

    /** Made by the driver. */
    public CountingSockets(String name) {
        count = COUNTS.computeIfAbsent(name, key -> new AtomicLong());
    }

    /** What makes the driver use these sockets. */
    static String counting(String name) {
        return "&socketFactory=" + CountingSockets.class.getName() + "&socketFactoryArg=" + name;
    }

    static long roundTrips(String name) {
        return COUNTS.get(name).get();
    }

    @Override
    public Socket createSocket() {
        return new Counting(count);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }

    private static final class Counting extends Socket {
        private final AtomicLong count;
        private final AtomicBoolean sent = new AtomicBoolean();

        Counting(AtomicLong count) {
            this.count = count;
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            OutputStream out = super.getOutputStream();
            return new OutputStream() {
                @Override
                public void write(int octet) throws IOException {
                    sent.set(true);
                    out.write(octet);
                }

                @Override
                public void write(byte[] octets, int offset, int length) throws IOException {
                    sent.set(true);
                    out.write(octets, offset, length);
                }

                @Override
                public void flush() throws IOException {
                    out.flush();
                }
            };
        }

        @Override
        public InputStream getInputStream() throws IOException {
            InputStream in = super.getInputStream();
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    arrive();
                    return in.read();
                }

                @Override
                public int read(byte[] octets, int offset, int length) throws IOException {
                    arrive();
                    return in.read(octets, offset, length);
                }

                @Override
                public int available() throws IOException {
                    return in.available();
                }

                private void arrive() {
                    if (sent.getAndSet(false)) {
                        count.incrementAndGet();
                    }
                }
            };
        }
    }
}
