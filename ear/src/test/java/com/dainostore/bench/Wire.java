package com.dainostore.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One connection that is kept open and sends requests that are ready as bytes: as little work beside the server's as
 * possible. Any answer but 200 is an error.
 */
final class Wire implements AutoCloseable {
    /** Below what the server answers on one connection before it closes it. */
    private static final int MOST_REQUESTS = 5_000;

    private static final int TIME_OUT_MILLIS = 30_000;
    private static final String LENGTH = "content-length: ";

    private final int port;
    private Socket socket;
    private InputStream in;
    private int requests;

    Wire(int port) throws IOException {
        this.port = port;
        connect();
    }

    /**
     * A request as bytes.
     *
     * @param headers more of them, each as {@code Name: value}
     */
    static byte[] get(String host, int port, String path, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return "GET %s HTTP/1.1\r\nHost: %s:%d\r\nAccept: */*\r\n%s\r\n"
                .formatted(path, host, port, more)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Sends the request, reads the answer and returns the length of its body. */
    int exchange(byte[] request) throws IOException {
        if (requests++ == MOST_REQUESTS) {
            close();
            connect();
        }
        socket.getOutputStream().write(request);
        String status = line();
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new AssertionError(status + " for " + new String(request, StandardCharsets.ISO_8859_1));
        }
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(header.substring(LENGTH.length()));
            }
        }
        return length < 0 ? skipChunks() : skip(length);
    }

    private int skipChunks() throws IOException {
        int all = 0;
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            all += skip(size);
            line();
        }
        line();
        return all;
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private int skip(int length) throws IOException {
        in.skipNBytes(length);
        return length;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The server closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIME_OUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        requests = 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
