package com.dainostore.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Eventually;
import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a cart to an order over the API, and what staff do with it. */
@ExtendWith(SharedServer.class)
class OrderApiIT {
    private static final String STORE = "basalt.localhost";

    private final RunningShop shop;
    private String owner = "";
    private String product = "";
    private String variant = "";
    private String rate = "";

    OrderApiIT(RunningShop shop) {
        this.shop = shop;
    }

    @BeforeEach
    void goods() throws IOException {
        shop.activeStore("basalt");
        owner = shop.http()
                .request("POST", STORE, "/api/admin/v1/tokens")
                .json(Map.of(
                        "email",
                        "owner@basalt.example",
                        "password",
                        Files.readString(shop.home().resolve("demo-password")).strip()))
                .send()
                .expect(200, 201)
                .json()
                .getString("token");
        String currency = staff("GET", "/settings").send().expect(200).json().getString("currency");
        JsonObject made = staff("POST", "/products")
                .body("application/json", product(currency, 12_900))
                .send()
                .expect(201)
                .json();
        product = made.getString("id");
        variant = made.getJsonArray("variants").getJsonObject(0).getString("id");
        rate = staff("POST", "/delivery-rates")
                .json(Map.of("name", "Parcel", "amount", Map.of("amount", 490, "currency", currency)))
                .send()
                .expect(201)
                .json()
                .getString("id");
    }

    private static String product(String currency, int price) {
        return "{\"title\":\"Bench %s\",\"status\":\"active\",\"variants\":[{\"stock\":3,\"price\":{\"amount\":%d,\"currency\":\"%s\"}}]}"
                .formatted(UUID.randomUUID(), price, currency);
    }

    private Http.Request staff(String method, String path) {
        return shop.http().request(method, STORE, "/api/admin/v1" + path).bearer(owner);
    }

    private Http.Request shopper(String method, String path) {
        return shop.http().request(method, STORE, "/api/v1" + path);
    }

    private Map<String, Object> said() {
        return Map.of(
                "email",
                "anna@example.com",
                "address",
                Map.of("name", "Anna", "line1", "Lane 1", "city", "Wien", "country", "AT"),
                "delivery",
                rate,
                "payment",
                "invoice");
    }

    private String cart(int quantity) {
        JsonObject cart = shopper("POST", "/carts")
                .json(Map.of("lines", List.of(Map.of("variant", variant, "quantity", quantity))))
                .send()
                .expect(201)
                .json();
        return cart.getString("token");
    }

    @Test
    void aCartBecomesOneOrderThatStaffSend() {
        String cart = cart(1);
        JsonObject line = shopper("GET", "/carts/" + cart)
                .send()
                .expect(200)
                .json()
                .getJsonArray("lines")
                .getJsonObject(0);
        shopper("PUT", "/carts/" + cart + "/lines/" + line.getString("id"))
                .json(Map.of("quantity", 2))
                .send()
                .expect(200);
        JsonObject review = shopper("PUT", "/carts/" + cart + "/checkout")
                .json(said())
                .send()
                .expect(200)
                .json();
        assertThat(review.getBoolean("complete")).isTrue();
        JsonObject total = review.getJsonObject("totals").getJsonObject("total");
        assertThat(total.getInt("amount")).isEqualTo(2 * 12_900 + 490);

        Http.Request place = shopper("POST", "/carts/" + cart + "/checkout").header("Idempotency-Key", "one");
        Http.Answer placed = place.body("application/json", "{\"total\":" + total + "}")
                .send()
                .expect(201);
        JsonObject order = placed.json();
        assertThat(placed.header("cache-control").orElse("")).contains("no-store");
        assertThat(placed.header("location").orElse("")).endsWith("/api/v1/orders/" + order.getString("secret"));
        assertThat(shopper("POST", "/carts/" + cart + "/checkout")
                        .header("Idempotency-Key", "one")
                        .body("application/json", "{\"total\":" + total + "}")
                        .send()
                        .expect(200)
                        .json())
                .isEqualTo(order);
        shopper("POST", "/carts/" + cart + "/checkout")
                .header("Idempotency-Key", "one")
                .json(said())
                .send()
                .expect(422);
        shopper("GET", "/carts/" + cart).send().expect(404);

        String id = staff("GET", "/orders?q=" + order.getString("name"))
                .send()
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        String path = "/orders/" + id;
        Http.Answer seen = staff("GET", path).send().expect(200);
        staff("POST", path + "/pay")
                .header("If-Match", seen.header("etag").orElseThrow())
                .send()
                .expect(200);
        staff("POST", path + "/fulfil")
                .header("If-Match", seen.header("etag").orElseThrow())
                .json(Map.of("carrier", "Post"))
                .send()
                .expect(412);
        staff("POST", path + "/fulfil")
                .json(Map.of("carrier", "Post", "trackingNumber", "AT1"))
                .send()
                .expect(200);
        staff("POST", path + "/cancel").json(Map.of()).send().expect(409);
        staff("POST", path + "/notes").json(Map.of("text", "Gift")).send().expect(200);
        JsonObject told = shopper("GET", "/orders/" + order.getString("secret"))
                .send()
                .expect(200)
                .json();
        assertThat(told.getString("fulfilment")).isEqualTo("fulfilled");
        assertThat(told.toString()).contains("AT1").doesNotContain("Gift");
        assertThat(staff("GET", "/orders/export").send().expect(200).text()).contains("\"" + order.getString("name"));
        assertThat(staff("GET", "/orders/sales?days=2")
                        .send()
                        .expect(200)
                        .json()
                        .getJsonArray("days"))
                .hasSize(2);
        Eventually.holds(
                Duration.ofSeconds(30),
                "the catalog's page shows what is left",
                () -> shopper("GET", "/products/" + handle())
                                .send()
                                .json()
                                .getJsonArray("variants")
                                .getJsonObject(0)
                                .getInt("stock")
                        == 1);
    }

    private String handle() {
        return staff("GET", "/products/" + product).send().expect(200).json().getString("handle");
    }

    @Test
    void whatChangesOnTheWayIsToldInWords() {
        String cart = cart(2);
        shopper("PUT", "/carts/" + cart + "/checkout").json(said()).send().expect(200);
        staff("POST", "/inventory")
                .json(Map.of("adjustments", List.of(Map.of("variant", variant, "by", -2)), "reason", "Broken"))
                .send()
                .expect(200);

        Http.Answer refused = shopper("POST", "/carts/" + cart + "/checkout")
                .json(Map.of())
                .send()
                .expect(409);

        assertThat(refused.text()).contains("urn:dainostore:problem:cart-changed", "only 1 can be had");
        assertThat(shopper("GET", "/carts/" + cart).send().expect(200).json().getJsonArray("changes"))
                .hasSize(1);
        shopper("POST", "/carts/" + cart + "/accept").send().expect(200);
        shopper("POST", "/carts/" + cart + "/checkout").json(Map.of()).send().expect(201);
    }

    @Test
    void aCancelledOrderIsSoldAgain() {
        String cart = cart(3);
        String name = shopper("POST", "/carts/" + cart + "/checkout")
                .json(said())
                .send()
                .expect(201)
                .json()
                .getString("name");
        shopper("POST", "/carts")
                .json(Map.of("lines", List.of(Map.of("variant", variant, "quantity", 1))))
                .send()
                .expect(422);
        String id = staff("GET", "/orders?q=" + name)
                .send()
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");

        staff("POST", "/orders/" + id + "/cancel")
                .json(Map.of("restock", true))
                .send()
                .expect(200);

        assertThat(cart(3)).isNotEmpty();
    }
}
