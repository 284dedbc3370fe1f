package com.dainostore.testing;

import com.dainostore.server.PayaraServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A running installation as a test sees it from outside. */
public final class RunningShop {
    private final PayaraServer server;
    private final Http http;

    public RunningShop(PayaraServer server) {
        this.server = server;
        this.http = new Http(server.config().port());
    }

    public PayaraServer server() {
        return server;
    }

    public int port() {
        return server.config().port();
    }

    public Path home() {
        return server.config().home();
    }

    /** The platform's domain, which is also its host. */
    public String domain() {
        return server.config().properties().getOrDefault("dainostore.platform.domain", "localhost");
    }

    public Http http() {
        return http;
    }

    /** The address that a browser or client on this machine uses for a host. */
    public URI address(String host, String path) {
        return URI.create("http://" + host + ":" + port() + path);
    }

    /**
     * A fresh token of the first operator for the platform's API.
     *
     * @param scopes what it is limited to; none means everything
     */
    public String operatorToken(String... scopes) throws IOException {
        String password = Files.readString(home().resolve("operator-password")).strip();
        Http.Answer answer = http.request("POST", domain(), "/api/platform/v1/tokens")
                .json(Map.of("email", "operator@localhost", "password", password, "scopes", List.of(scopes)))
                .send();
        return answer.expect(200, 201).json().getString("token");
    }

    /** The id of a store once it is active; the demo stores are made while the server is already running. */
    public String activeStore(String handle) throws IOException {
        String token = operatorToken();
        return Eventually.get(Duration.ofMinutes(2), "store " + handle + " is active", () -> http
                .request("GET", domain(), "/api/platform/v1/stores?handle=" + handle)
                .header("Authorization", "Bearer " + token)
                .send()
                .expect(200)
                .json()
                .getJsonArray("items")
                .stream()
                .map(store -> store.asJsonObject())
                .filter(store -> store.getString("state").equals("active"))
                .map(store -> store.getString("id"))
                .findFirst());
    }

    /** The databases under the installation. */
    public Databases databases() {
        return new Databases(home().resolve("postgres"));
    }
}
