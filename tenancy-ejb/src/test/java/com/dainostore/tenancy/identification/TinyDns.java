package com.dainostore.tenancy.identification;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A name server on the loopback that knows a few TXT records (RFC 1035, 4.1). */
final class TinyDns implements AutoCloseable {
    private static final int TXT = 16;

    private final Map<String, List<String>> records = new ConcurrentHashMap<>();
    private final DatagramSocket socket;

    TinyDns() {
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::answer, "tiny-dns");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    void set(String name, String... texts) {
        records.put(name, List.of(texts));
    }

    @Override
    public void close() {
        socket.close();
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
        List<String> texts = records.get(name.toString());
        int known = texts == null ? 0 : texts.size();

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        shorts(out, id, texts == null ? 0x8183 : 0x8180, 1, known, 0, 0);
        out.writeBytes(question);
        for (int i = 0; i < known; i++) {
            byte[] text = texts.get(i).getBytes(StandardCharsets.US_ASCII);
            shorts(out, 0xc00c, TXT, 1, 0, 60, text.length + 1);
            out.write(text.length);
            out.writeBytes(text);
        }
        return out.toByteArray();
    }

    private static void shorts(ByteArrayOutputStream out, int... values) {
        for (int value : values) {
            out.write(value >> 8);
            out.write(value);
        }
    }
}
