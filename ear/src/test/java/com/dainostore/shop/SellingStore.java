package com.dainostore.shop;

import com.dainostore.testing.Eventually;
import com.dainostore.testing.Form;
import com.dainostore.testing.RunningShop;
import jakarta.json.JsonObject;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A store of its own that sells, made over the API, with two ways to deliver. */
record SellingStore(RunningShop shop, String id, String handle, String token) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PASSWORD = "correct horse battery staple";

    static SellingStore create(RunningShop shop) throws IOException, SQLException {
        String handle = "till-" + Long.toString(RANDOM.nextLong() >>> 16, 36);
        String operator = shop.operatorToken();
        JsonObject accepted = shop.http()
                .request("POST", "localhost", "/api/platform/v1/stores")
                .bearer(operator)
                .json(Map.of(
                        "handle",
                        handle,
                        "name",
                        "Field & Lane",
                        "admin",
                        Map.of("email", "owner@" + handle + ".example", "password", PASSWORD)))
                .send()
                .expect(202)
                .json();
        Eventually.holds(Duration.ofMinutes(1), "store " + handle + " is made", () -> shop.http()
                .get("localhost", "/api/platform/v1/operations/" + accepted.getString("id"))
                .bearer(operator)
                .send()
                .expect(200)
                .json()
                .getString("state")
                .equals("succeeded"));
        String token = shop.http()
                .request("POST", handle + ".localhost", "/api/admin/v1/tokens")
                .json(Map.of("email", "owner@" + handle + ".example", "password", PASSWORD))
                .send()
                .expect(200, 201)
                .json()
                .getString("token");
        SellingStore store = new SellingStore(shop, accepted.getString("store"), handle, token);
        store.shop()
                .http()
                .request("PUT", store.host(), "/api/admin/v1/settings")
                .bearer(token)
                .json(Map.of(
                        "taxRate",
                        "19",
                        "payOnDelivery",
                        "yes",
                        "invoiceText",
                        "Transfer the total within 14 days.\nIBAN DE00 0000 0000 0000 0000 00",
                        "orderPrefix",
                        "F-",
                        "terms",
                        "The terms.",
                        "returns",
                        "Within 30 days.",
                        "privacy",
                        "What is kept of you."))
                .send()
                .expect(200);
        for (String rate : List.of("1, 'Standard', 490, 5000", "2, 'Express', 1290, NULL")) {
            store.run(
                    "INSERT INTO delivery_rates (id, store_id, position, name, amount, free_from, currency, countries)"
                            + " VALUES (gen_random_uuid(), '%s', %s, 'EUR', '{DE,AT}')".formatted(store.id, rate));
        }
        return store;
    }

    String host() {
        return handle + ".localhost";
    }

    String address(String path) {
        return shop.address(host(), path).toString();
    }

    /** Puts a product of one variant on sale; returns the path of its page. */
    String product(String title, long price, int stock) {
        return product(title, price, stock, "");
    }

    /** The same with a picture. */
    String pictured(String title, long price, int stock) throws IOException {
        BufferedImage picture = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                picture.setRGB(x, y, Color.HSBtoRGB(0.08f + x / 9000f, 0.5f, 0.5f + y / 1500f));
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        String file = shop.http()
                .request("POST", host(), "/api/admin/v1/media?folder=products")
                .bearer(token)
                .form(new Form().file("cup.png", "image/png", png.toByteArray()))
                .send()
                .expect(201)
                .json()
                .getJsonArray("results")
                .getJsonObject(0)
                .getJsonObject("file")
                .getString("id");
        return product(title, price, stock, "{\"id\":\"" + file + "\"}");
    }

    private String product(String title, long price, int stock, String image) {
        JsonObject product = shop.http()
                .request("POST", host(), "/api/admin/v1/products")
                .bearer(token)
                .body("application/json", """
                        {"title":"%s","status":"active","vendor":"Field","description":"Good for years.","images":[%s],
                         "variants":[{"price":{"amount":%d,"currency":"EUR"},"stock":%d}]}""".formatted(title, image, price, stock))
                .send()
                .expect(201)
                .json();
        return "/products/" + product.getString("handle");
    }

    /** Sets something of the one variant of a product, as its merchant would. */
    void set(String productPath, String assignment) throws SQLException {
        run("UPDATE variants SET %s WHERE product_id = (SELECT id FROM products WHERE handle = '%s')"
                .formatted(assignment, productPath.substring("/products/".length())));
    }

    Optional<String> first(String sql) throws SQLException {
        return shop.databases().list(shop.databases().of(id), sql).stream().findFirst();
    }

    private void run(String sql) throws SQLException {
        shop.databases().run(shop.databases().of(id), sql);
    }
}
