package com.dainostore.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.server.PayaraServer;
import com.dainostore.server.ServerConfig;
import com.dainostore.tenancy.database.EmbeddedPostgres;
import com.dainostore.tenancy.database.ServerAddress;
import com.dainostore.testing.Databases;
import com.dainostore.testing.Eventually;
import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Stores lie on two database servers; one dies. Its stores say so at once, all others notice nothing. */
class ServerDownIT {
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration SOON = Duration.ofMinutes(1);
    /** Ten times what a refusal may take. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    @Test
    void theOthersGoOnAndItsStoresComeBackByThemselves() throws Exception {
        ServerConfig config = SharedServer.config("server-down").with("dainostore.demo", "false");
        Path home = Files.createDirectories(config.folder().resolve("second"));
        EmbeddedPostgres second = new EmbeddedPostgres();
        try (PayaraServer server = PayaraServer.start(config, START, what -> {})) {
            ServerAddress address = second.start(home);
            RunningShop shop = new RunningShop(server);
            requireRefusals(shop, address);
            add(shop, "second", address.port(), address.adminPassword()).expect(201);
            create(shop, "near", "local");
            create(shop, "far", "north");
            assertThat(shop.databases().list(Databases.REGISTRY, "SELECT server_id FROM store_databases ORDER BY 1"))
                    .containsExactly("embedded", "second");

            kill(home);
            Eventually.holds(SOON, "the far shop says that it is away", () -> isAway(products(shop, "far")));
            for (int i = 0; i < 20; i++) {
                long asked = System.nanoTime();
                assertThat(isAway(products(shop, "far"))).isTrue();
                products(shop, "near").expect(200);
                assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(AT_ONCE);
            }
            assertThat(listed(shop, "second").getBoolean("reachable")).isFalse();
            assertThat(listed(shop, "embedded").getBoolean("reachable")).isTrue();

            second.revive();
            Eventually.holds(
                    SOON, "the far shop is back", () -> products(shop, "far").status() == 200);
        } finally {
            second.stop();
        }
    }

    private static void requireRefusals(RunningShop shop, ServerAddress address) throws Exception {
        assertThat(field(add(shop, "second", PayaraServer.freePort(), "x"))).isEqualTo("host");
        assertThat(field(add(shop, "second", address.port(), "wrong"))).isEqualTo("password");
        assertThat(field(add(shop, "embedded", address.port(), address.adminPassword())))
                .isEqualTo("id");
        assertThat(shop.databases().list(Databases.REGISTRY, "SELECT id FROM database_servers"))
                .containsExactly("embedded");
    }

    private static String field(Http.Answer answer) {
        return answer.expect(422).json().getJsonArray("errors").getJsonObject(0).getString("field");
    }

    private static Http.Answer add(RunningShop shop, String id, int port, String password) throws IOException {
        return shop.http()
                .request("POST", "localhost", "/api/platform/v1/database-servers")
                .bearer(shop.operatorToken())
                .json(Map.of(
                        "id",
                        id,
                        "region",
                        "north",
                        "host",
                        "127.0.0.1",
                        "port",
                        port,
                        "user",
                        "postgres",
                        "password",
                        password))
                .send();
    }

    private static JsonObject listed(RunningShop shop, String id) throws IOException {
        return shop
                .http()
                .get("localhost", "/api/platform/v1/database-servers")
                .bearer(shop.operatorToken())
                .send()
                .expect(200)
                .json()
                .getJsonArray("items")
                .stream()
                .map(JsonValue::asJsonObject)
                .filter(server -> server.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void create(RunningShop shop, String handle, String region) throws IOException {
        shop.http()
                .request("POST", "localhost", "/api/platform/v1/stores")
                .bearer(shop.operatorToken())
                .json(Map.of(
                        "handle", handle, "name", handle, "region", region, "admin", Map.of("email", "o@example.com")))
                .send()
                .expect(202);
        Eventually.holds(
                SOON, handle + " is ready", () -> products(shop, handle).status() == 200);
    }

    private static Http.Answer products(RunningShop shop, String handle) {
        return shop.http().get(handle + ".localhost", "/api/v1/products").send();
    }

    private static boolean isAway(Http.Answer answer) {
        return answer.status() == 503 && answer.header("Retry-After").isPresent();
    }

    private static void kill(Path home) throws IOException {
        Path pid = home.resolve("postgres/data/postmaster.pid");
        String leader = Files.readString(pid).lines().findFirst().orElseThrow();
        ProcessHandle.of(Long.parseLong(leader)).orElseThrow().destroyForcibly();
    }
}
