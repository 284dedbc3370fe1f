package com.dainostore.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An HTTP/1.1 client on a bare socket, for one server on this machine: it sends any host, any doubled header and any
 * request line as it is given, which proper clients refuse to.
 *
 * <p>One connection a request; answers are read to the end.
 */
public final class Http {
    private static final int TIME_OUT_MILLIS = 60_000;

    private final int port;

    public Http(int port) {
        this.port = port;
    }

    /** A request to a host, which need not be resolvable; the port is added to the {@code Host} header. */
    public Request request(String method, String host, String path) {
        return new Request(method + " " + path + " HTTP/1.1").header("Host", host + ":" + port);
    }

    public Request get(String host, String path) {
        return request("GET", host, path);
    }

    /** A request with nothing but its first line. */
    public Request raw(String requestLine) {
        return new Request(requestLine);
    }

    /** Sends bytes as they are. */
    public Answer send(byte[] bytes) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIME_OUT_MILLIS);
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return Answer.read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request that is being put together. */
    public final class Request {
        private final String line;
        private final List<String> headers = new ArrayList<>();
        private byte[] body = new byte[0];

        private Request(String line) {
            this.line = line;
        }

        /** Adds a header, also where there is one of that name already. */
        public Request header(String name, String value) {
            headers.add(name + ": " + value);
            return this;
        }

        public Request bearer(String token) {
            return header("Authorization", "Bearer " + token);
        }

        public Request json(Map<String, ?> object) {
            return body(
                    "application/json", Json.createObjectBuilder(object).build().toString());
        }

        public Request body(String type, String text) {
            return body(type, text.getBytes(StandardCharsets.UTF_8));
        }

        public Request body(String type, byte[] bytes) {
            body = bytes;
            return header("Content-Type", type);
        }

        public Request form(Form form) {
            return body(Form.type(), form.bytes());
        }

        public Answer send() {
            StringBuilder head = new StringBuilder(line).append("\r\n");
            headers.forEach(header -> head.append(header).append("\r\n"));
            if (body.length > 0 || line.startsWith("POST") || line.startsWith("PUT")) {
                head.append("Content-Length: ").append(body.length).append("\r\n");
            }
            head.append("Connection: close\r\n\r\n");
            byte[] first = head.toString().getBytes(StandardCharsets.ISO_8859_1);
            byte[] all = Arrays.copyOf(first, first.length + body.length);
            System.arraycopy(body, 0, all, first.length, body.length);
            return Http.this.send(all);
        }
    }

    /** An answer; header names in lower case. */
    public record Answer(int status, List<Map.Entry<String, String>> headers, byte[] body) {

        public Optional<String> header(String name) {
            return headers(name).stream().findFirst();
        }

        public List<String> headers(String name) {
            return headers.stream()
                    .filter(header -> header.getKey().equals(name.toLowerCase(Locale.ROOT)))
                    .map(Map.Entry::getValue)
                    .toList();
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public JsonObject json() {
            return structure().asJsonObject();
        }

        public JsonStructure structure() {
            try (JsonReader reader = Json.createReader(new StringReader(text()))) {
                return reader.read();
            }
        }

        /** Returns this answer, or fails with all that it says where its status is none of these. */
        public Answer expect(int... statuses) {
            if (IntStream.of(statuses).noneMatch(s -> s == status)) {
                throw new AssertionError("Expected " + Arrays.toString(statuses) + " but was " + this);
            }
            return this;
        }

        @Override
        public String toString() {
            return status + "\n"
                    + headers.stream()
                            .map(h -> h.getKey() + ": " + h.getValue())
                            .collect(Collectors.joining("\n"))
                    + "\n\n" + text();
        }

        static Answer read(InputStream in) throws IOException {
            String statusLine = line(in);
            List<Map.Entry<String, String>> headers = new ArrayList<>();
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                int colon = line.indexOf(':');
                headers.add(Map.entry(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip()));
            }
            Answer head = new Answer(Integer.parseInt(statusLine.split(" ", 3)[1]), headers, new byte[0]);
            return new Answer(head.status, headers, head.body(in));
        }

        private byte[] body(InputStream in) throws IOException {
            if (status == 204 || status == 304) {
                return new byte[0];
            }
            if (headers("transfer-encoding").contains("chunked")) {
                return chunks(in);
            }
            Optional<String> length = header("content-length");
            return length.isPresent() ? in.readNBytes(Integer.parseInt(length.get())) : in.readAllBytes();
        }

        private static byte[] chunks(InputStream in) throws IOException {
            byte[] all = new byte[0];
            for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
                byte[] chunk = in.readNBytes(size);
                int before = all.length;
                all = Arrays.copyOf(all, before + chunk.length);
                System.arraycopy(chunk, 0, all, before, chunk.length);
                line(in);
            }
            return all;
        }

        private static int chunkSize(InputStream in) throws IOException {
            return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
        }

        private static String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new IOException("The server closed the connection after: " + line);
                }
                if (next != '\r') {
                    line.append((char) next);
                }
            }
            return line.toString();
        }
    }
}
