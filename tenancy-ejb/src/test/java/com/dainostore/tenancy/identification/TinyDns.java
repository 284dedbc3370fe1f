package com.dainostore.tenancy.identification;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A name server on the loopback that knows a few TXT and A records (RFC 1035, 4.1). As many in the world do, it refuses to
 * tell everything at once (RFC 8482).
 */
public final class TinyDns implements AutoCloseable {
    private static final int A = 1;
    private static final int TXT = 16;
    private static final int ANY = 255;
    private static final int ANSWER = 0x8180;
    private static final int FAILURE = 2;
    private static final int NO_SUCH_NAME = 3;
    private static final int NOT_IMPLEMENTED = 4;

    /** Values by type and name: {@code TXT _dainostore.example.com}. */
    private final Map<String, List<byte[]>> records = new ConcurrentHashMap<>();

    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private final DatagramSocket socket;

    public TinyDns() {
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::answer, "tiny-dns");
        thread.setDaemon(true);
        thread.start();
    }

    /** Host and port. */
    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** Sets the TXT records of a name; without texts it has none. */
    public void set(String name, String... texts) {
        put(TXT, name, Stream.of(texts).map(TinyDns::text).toList());
    }

    /** Sets where a name leads: IPv4 addresses. */
    public void lead(String name, String... addresses) {
        put(A, name, Stream.of(addresses).map(TinyDns::bytes).toList());
    }

    /** Whether questions about a name, and about what is below it, fail from now on. */
    public void fail(String name, boolean fails) {
        if (fails) {
            broken.add(name);
        } else {
            broken.remove(name);
        }
    }

    @Override
    public void close() {
        socket.close();
    }

    private void put(int type, String name, List<byte[]> values) {
        records.put(type + " " + name, values);
    }

    private static byte[] text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(bytes.length + 1)
                .put((byte) bytes.length)
                .put(bytes)
                .array();
    }

    private static byte[] bytes(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void answer() {
        byte[] buffer = new byte[512];
        while (!socket.isClosed()) {
            try {
                DatagramPacket query = new DatagramPacket(buffer, buffer.length);
                socket.receive(query);
                byte[] answer = answer(ByteBuffer.wrap(buffer, 0, query.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, query.getSocketAddress()));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private byte[] answer(ByteBuffer query) {
        short id = query.getShort(0);
        query.position(12);
        StringBuilder name = new StringBuilder();
        for (int length = query.get(); length > 0; length = query.get()) {
            byte[] label = new byte[length];
            query.get(label);
            name.append(name.length() == 0 ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
        }
        byte[] question = new byte[query.position() + 4 - 12];
        query.position(12).get(question);
        int type = query.getShort(12 + question.length - 4);
        List<byte[]> found = records.getOrDefault(type + " " + name, List.of());

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        shorts(out, id, ANSWER | code(name.toString(), type), 1, found.size(), 0, 0);
        out.writeBytes(question);
        for (byte[] value : found) {
            shorts(out, 0xc00c, type, 1, 0, 60, value.length);
            out.writeBytes(value);
        }
        return out.toByteArray();
    }

    private int code(String name, int type) {
        if (broken.stream().anyMatch(one -> name.equals(one) || name.endsWith("." + one))) {
            return FAILURE;
        }
        if (type == ANY) {
            return NOT_IMPLEMENTED;
        }
        boolean known = records.keySet().stream().anyMatch(key -> key.endsWith(" " + name));
        return known ? 0 : NO_SUCH_NAME;
    }

    private static void shorts(ByteArrayOutputStream out, int... values) {
        for (int value : values) {
            out.write(value >> 8);
            out.write(value);
        }
    }
}
