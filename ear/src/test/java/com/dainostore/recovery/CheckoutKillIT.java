package com.dainostore.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.server.PayaraServer;
import com.dainostore.server.ServerConfig;
import com.dainostore.testing.Databases;
import com.dainostore.testing.Eventually;
import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL and the server die while many shoppers order: every order that was acknowledged is there, once; what nobody
 * knows the end of is asked for again and becomes one order; and the stock adds up.
 */
class CheckoutKillIT {
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration WORK = Duration.ofMinutes(2);
    private static final String STORE = "aurora.localhost";
    private static final int SHOPPERS = 8;
    private static final int PIECES = 100_000;
    private static final int ENOUGH = 60;

    /** The names of the orders that were acknowledged, by the carts they came from. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    /** Carts of which nobody knows whether they became orders. */
    private final Set<String> inDoubt = ConcurrentHashMap.newKeySet();

    private final AtomicBoolean ordering = new AtomicBoolean(true);
    private Map<String, Object> wish = Map.of();
    private String variant = "";

    @Test
    void everyAcknowledgedOrderIsThereOnceAndTheStockAddsUp() throws Exception {
        ServerConfig config = SharedServer.config("checkout-kill");
        PayaraServer server = PayaraServer.start(config, START, what -> {});
        ExecutorService shoppers = Executors.newFixedThreadPool(SHOPPERS);
        try {
            RunningShop shop = new RunningShop(server);
            shop.activeStore("aurora");
            prepare(shop);
            for (int i = 0; i < SHOPPERS; i++) {
                shoppers.execute(() -> order(shop));
            }
            awaitMore(ENOUGH, "orders are placed");

            kill(shop.databases().pid());
            awaitMore(ENOUGH, "orders are placed after the database server died");

            server.killHard();
            kill(shop.databases().pid());
            ordering.set(false);
            shoppers.shutdown();
            assertThat(shoppers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

            server = PayaraServer.start(config, START, what -> {});
            RunningShop again = new RunningShop(server);
            assertThat(inDoubt).as("the deaths hit somebody").isNotEmpty();
            Eventually.holds(
                    WORK,
                    "the store is open again",
                    () -> again.http()
                                    .get(STORE, "/api/v1/products?limit=1")
                                    .send()
                                    .status()
                            == 200);
            inDoubt.forEach(cart -> place(again, cart));
            check(again);
        } finally {
            ordering.set(false);
            shoppers.shutdownNow();
            server.stop();
        }
    }

    private void prepare(RunningShop shop) throws IOException {
        String owner = owner(shop);
        variant = shop.http()
                .request("POST", STORE, "/api/admin/v1/products")
                .bearer(owner)
                .body(
                        "application/json",
                        "{\"title\":\"Kept\",\"status\":\"active\",\"variants\":[{\"stock\":%d,\"price\":{\"amount\":100,\"currency\":\"EUR\"}}]}"
                                .formatted(PIECES))
                .send()
                .expect(201)
                .json()
                .getJsonArray("variants")
                .getJsonObject(0)
                .getString("id");
        String rate = shop.http()
                .request("POST", STORE, "/api/admin/v1/delivery-rates")
                .bearer(owner)
                .json(Map.of("name", "Parcel", "amount", Map.of("amount", 490, "currency", "EUR")))
                .send()
                .expect(201)
                .json()
                .getString("id");
        wish = Map.of(
                "email",
                "anna@example.com",
                "address",
                Map.of("name", "Anna", "line1", "Lane 1", "city", "Wien", "country", "AT"),
                "delivery",
                rate,
                "payment",
                "invoice");
    }

    private void order(RunningShop shop) {
        while (ordering.get()) {
            try {
                Http.Answer made = shop.http()
                        .request("POST", STORE, "/api/v1/carts")
                        .json(Map.of("lines", List.of(Map.of("variant", variant, "quantity", 2))))
                        .send();
                if (made.status() == 201) {
                    tryToPlace(shop, made.json().getString("token"));
                }
            } catch (UncheckedIOException | IllegalStateException e) {
                // Nobody is there now; the next try finds somebody, or the test ends.
                pause();
            }
        }
    }

    private void tryToPlace(RunningShop shop, String cart) {
        inDoubt.add(cart);
        Http.Answer answer = send(shop, cart);
        if (answer.status() == 201) {
            acknowledged.put(cart, answer.json().getString("name"));
            inDoubt.remove(cart);
        }
    }

    private Http.Answer send(RunningShop shop, String cart) {
        return shop.http()
                .request("POST", STORE, "/api/v1/carts/" + cart + "/checkout")
                .header("Idempotency-Key", "try of " + cart)
                .json(wish)
                .send();
    }

    /** Asks once more for what nobody knows the end of. */
    private void place(RunningShop shop, String cart) {
        JsonObject order = send(shop, cart).expect(200, 201).json();
        acknowledged.put(cart, order.getString("name"));
    }

    private void awaitMore(int number, String what) {
        int before = acknowledged.size();
        Eventually.holds(WORK, what, () -> acknowledged.size() >= before + number);
    }

    private void check(RunningShop shop) throws SQLException {
        acknowledged.forEach(
                (cart, name) -> assertThat(send(shop, cart).expect(200).json().getString("name"))
                        .isEqualTo(name));
        assertThat(new HashSet<>(acknowledged.values())).as("no number twice").hasSize(acknowledged.size());
        Databases databases = shop.databases();
        String database = databases.of(databases
                .list(Databases.REGISTRY, "SELECT id FROM stores WHERE handle = 'aurora'")
                .get(0));
        assertThat(databases.list(database, "SELECT name FROM orders"))
                .containsExactlyInAnyOrderElementsOf(acknowledged.values());
        assertThat(databases.list(database, "SELECT max(number) - min(number) + 1 - count(*) FROM orders"))
                .as("no number is left out")
                .containsExactly("0");
        assertThat(databases.list(
                        database,
                        "SELECT stock + (SELECT sum(quantity) FROM order_lines) FROM variants WHERE id = '" + variant
                                + "'"))
                .containsExactly(String.valueOf(PIECES));
        assertThat(databases.list(database, "SELECT count(*) FROM mails WHERE kind = 'order-confirmation'"))
                .containsExactly(String.valueOf(acknowledged.size()));
        Eventually.holds(WORK, "the registry knows the highest number", () -> databases
                .list(Databases.REGISTRY, "SELECT highest::text FROM order_numbers")
                .equals(databases.list(database, "SELECT max(number)::text FROM orders")));
    }

    private static String owner(RunningShop shop) throws IOException {
        Map<String, String> person = Map.of(
                "email",
                "owner@aurora.example",
                "password",
                Files.readString(shop.home().resolve("demo-password")).strip());
        return shop.http()
                .request("POST", STORE, "/api/admin/v1/tokens")
                .json(person)
                .send()
                .expect(200, 201)
                .json()
                .getString("token");
    }

    private static void kill(long pid) throws IOException {
        try {
            new ProcessBuilder("kill", "-KILL", Long.toString(pid)).start().waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
