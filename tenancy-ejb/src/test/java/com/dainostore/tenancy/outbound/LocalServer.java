package com.dainostore.tenancy.outbound;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A web server on a loopback address, with answers by path. */
final class LocalServer implements AutoCloseable {
    private record Page(int status, Map<String, String> headers, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private volatile Headers lastHeaders = new Headers();
    private volatile boolean chunked;

    private LocalServer(HttpServer server) {
        this.server = server;
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    static LocalServer plain(String address, int port) {
        try {
            return new LocalServer(HttpServer.create(new InetSocketAddress(address, port), 10));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a certificate that it has signed itself. */
    static LocalServer secure(String address) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = LocalServer.class.getResourceAsStream("/greenmail.p12")) {
            keys.load(file, "changeit".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(address, 0), 10);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new LocalServer(server);
    }

    int port() {
        return server.getAddress().getPort();
    }

    LocalServer chunked(boolean wanted) {
        chunked = wanted;
        return this;
    }

    void answer(String path, int status, String type, String body) {
        pages.put(path, new Page(status, Map.of("Content-Type", type), body));
    }

    void redirect(String path, int status, String location) {
        pages.put(path, new Page(status, Map.of("Location", location), ""));
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    /** A header of the last request. */
    String header(String name) {
        return lastHeaders.getFirst(name);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().toString();
        requests.add((exchange.getRequestMethod() + " " + path + " " + body).strip());
        lastHeaders = exchange.getRequestHeaders();
        Page page = pages.getOrDefault(path, new Page(404, Map.of(), ""));
        page.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] content = page.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(page.status(), content.length == 0 ? -1 : chunked ? 0 : content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
