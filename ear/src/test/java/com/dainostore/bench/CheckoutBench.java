package com.dainostore.bench;

import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a cart and an order cost: statements, and CPU of the server and of PostgreSQL, for each request. */
@ExtendWith(BenchServer.class)
@Order(6)
class CheckoutBench {
    private static final String HOST = "aurora.localhost";
    private static final int WARM = 300;
    private static final int COUNTED = 20;
    private static final int MEASURED = 300;

    private final RunningShop shop;
    private String variant = "";
    private String another = "";
    private String rate = "";

    CheckoutBench(RunningShop shop) {
        this.shop = shop;
    }

    @Test
    void fromACartToAnOrder() throws Exception {
        BenchServer.settle(shop);
        prepare();
        Figures figures = new Figures("checkout");
        for (int i = 0; i < WARM; i++) {
            List<String> cart = carts(1);
            add(cart.get(0));
            read(cart.get(0));
            say(cart.get(0));
            place(cart.get(0));
        }
        BenchServer.settle(shop);
        try (StatementLog log = StatementLog.of(shop, shop.activeStore("aurora"))) {
            List<String> carts = new ArrayList<>();
            figures.add("new cart with a line", count(log, () -> carts.addAll(carts(COUNTED))), "statements", "8");
            figures.add("another line", count(log, () -> carts.forEach(this::add)), "statements", "8");
            figures.add("cart", count(log, () -> carts.forEach(this::read)), "statements", "1");
            figures.add("checkout: all said, pieces held", count(log, () -> carts.forEach(this::say)), "statements");
            figures.add("order", count(log, () -> carts.forEach(this::place)), "statements");
        }
        BenchServer.settle(shop);
        List<String> carts = new ArrayList<>();
        measure(figures, "new cart with a line", () -> carts.addAll(carts(MEASURED)));
        measure(figures, "another line", () -> carts.forEach(this::add));
        measure(figures, "cart", () -> carts.forEach(this::read));
        measure(figures, "checkout: all said, pieces held", () -> carts.forEach(this::say));
        measure(figures, "order", () -> carts.forEach(this::place));
        figures.publish();
    }

    private void prepare() throws IOException {
        String owner = shop.http()
                .request("POST", HOST, "/api/admin/v1/tokens")
                .json(Map.of(
                        "email",
                        "owner@aurora.example",
                        "password",
                        Files.readString(shop.home().resolve("demo-password")).strip()))
                .send()
                .expect(200, 201)
                .json()
                .getString("token");
        variant = product(owner);
        another = product(owner);
        rate = shop.http()
                .request("POST", HOST, "/api/admin/v1/delivery-rates")
                .bearer(owner)
                .json(Map.of("name", "Parcel", "amount", Map.of("amount", 490, "currency", "EUR")))
                .send()
                .expect(201)
                .json()
                .getString("id");
    }

    private String product(String owner) {
        return shop.http()
                .request("POST", HOST, "/api/admin/v1/products")
                .bearer(owner)
                .body("application/json", """
                        {"title":"Sold often","status":"active",
                         "variants":[{"stock":100000,"price":{"amount":100,"currency":"EUR"}}]}""")
                .send()
                .expect(201)
                .json()
                .getJsonArray("variants")
                .getJsonObject(0)
                .getString("id");
    }

    private static double count(StatementLog log, Runnable requests) throws Exception {
        return log.during(requests) / (double) COUNTED;
    }

    private void measure(Figures figures, String what, Runnable requests) throws Exception {
        Processes processes = new Processes(shop);
        Processes.Cpu before = processes.cpu();
        long begin = System.nanoTime();
        requests.run();
        double each = (System.nanoTime() - begin) / 1e3 / MEASURED;
        Processes.Cpu cpu = processes.cpu().minus(before).each(MEASURED);
        figures.add(what + ", CPU of the server", cpu.server(), "us");
        figures.add(what + ", CPU of PostgreSQL", cpu.postgres(), "us");
        figures.add(what + ", one after the other", each, "us");
    }

    private List<String> carts(int number) {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            made.add(send("POST", "/carts", Map.of("lines", List.of(Map.of("variant", variant, "quantity", 1))))
                    .getString("token"));
        }
        return made;
    }

    private void add(String cart) {
        send("POST", "/carts/" + cart + "/lines", Map.of("variant", another, "quantity", 1));
    }

    private void read(String cart) {
        shop.http().get(HOST, "/api/v1/carts/" + cart).send().expect(200);
    }

    private void say(String cart) {
        send(
                "PUT",
                "/carts/" + cart + "/checkout",
                Map.of(
                        "email",
                        "anna@example.com",
                        "address",
                        Map.of("name", "Anna", "line1", "Lane 1", "city", "Wien", "country", "AT"),
                        "delivery",
                        rate,
                        "payment",
                        "invoice"));
    }

    private void place(String cart) {
        send("POST", "/carts/" + cart + "/checkout", Map.of());
    }

    private JsonObject send(String method, String path, Map<String, ?> body) {
        Http.Answer answer =
                shop.http().request(method, HOST, "/api/v1" + path).json(body).send();
        return answer.expect(200, 201).json();
    }
}
