package com.dainostore.attack;

import com.dainostore.testing.Eventually;
import com.dainostore.testing.Form;
import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A store made over the API like everybody's, with one product and a token of its owner.
 *
 * @param canary a word that stands in the texts of this store and nowhere else, addresses excepted
 * @param operation the operation that made it
 * @param colleague the id of somebody whom its owner has invited
 * @param role the id of a role that it made for itself
 * @param spareToken the id of a token of its owner that nothing needs
 * @param operatorInvited the id of an operator who was invited when it was made
 * @param collection the id of a collection with its product
 * @param file the id of a picture among its media
 * @param picture where it is below {@code /media/}
 * @param imported the id of an import
 * @param domain one that it has claimed and not proved
 * @param rate the id of the one way to deliver
 * @param cart the token of a cart with its product
 * @param line the id of that in the cart
 * @param order the id of an order of its product
 * @param secret of that order
 * @param spareOrder the id of another one that nothing needs
 */
record TestStore(
        RunningShop shop,
        String id,
        String handle,
        String operation,
        String token,
        String canary,
        String product,
        String productHandle,
        String variant,
        String colleague,
        String role,
        String spareToken,
        String operatorInvited,
        String collection,
        String file,
        String picture,
        String imported,
        String domain,
        String rate,
        String cart,
        String line,
        String order,
        String secret,
        String spareOrder) {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** The smallest PNG. */
    static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    static final String PASSWORD = "correct horse battery staple";

    static TestStore create(RunningShop shop, String prefix) throws IOException {
        String suffix = Long.toString(RANDOM.nextLong() >>> 16, 36);
        String handle = prefix + "-" + suffix;
        String canary = "canary" + new StringBuilder(suffix).reverse() + prefix;
        JsonObject operation = request(shop, handle, canary);
        String host = handle + ".localhost";
        String token = token(shop.http(), host, canary);
        allFeatures(shop, operation.getString("store"));
        shop.http()
                .request("PUT", host, "/api/admin/v1/settings")
                .bearer(token)
                .json(Map.of("imprint", "Imprint of " + canary))
                .send()
                .expect(200);
        String productHandle = "thing-" + suffix;
        JsonObject product =
                add(shop.http(), host, token, productHandle, canary).expect(201).json();
        JsonObject file = upload(shop.http(), host, token, "media", canary + ".png", PIXEL)
                .expect(201)
                .json()
                .getJsonArray("results")
                .getJsonObject(0)
                .getJsonObject("file");
        String variant = product.getJsonArray("variants").getJsonObject(0).getString("id");
        String rate = post(shop.http(), host, token, "/api/admin/v1/delivery-rates", rate(canary));
        JsonObject order =
                order(shop.http(), host, fill(shop.http(), host, variant).getString("token"), rate, canary);
        String ordered = newestOrder(shop.http(), host, token);
        order(shop.http(), host, fill(shop.http(), host, variant).getString("token"), rate, canary);
        JsonObject cart = fill(shop.http(), host, variant);
        collection(shop.http(), host, token, canary, "window-" + suffix, product.getString("id"));
        return new TestStore(
                shop,
                operation.getString("store"),
                handle,
                operation.getString("id"),
                token,
                canary,
                product.getString("id"),
                productHandle,
                variant,
                post(shop.http(), host, token, "/api/admin/v1/people", colleague(canary)),
                post(shop.http(), host, token, "/api/admin/v1/roles", role(canary)),
                spare(shop.http(), host, token, canary),
                post(
                        shop.http(),
                        "localhost",
                        shop.operatorToken(),
                        "/api/platform/v1/operators",
                        Map.of("email", "operator-" + suffix + "@operators.example")),
                collection(shop.http(), host, token, canary, "shelf-" + suffix, product.getString("id")),
                file.getString("id"),
                file.getString("url").substring("/media/".length()),
                bringIn(shop.http(), host, token, canary),
                claim(shop.http(), host, token, "shop-" + suffix + ".example.com"),
                rate,
                cart.getString("token"),
                cart.getJsonArray("lines").getJsonObject(0).getString("id"),
                ordered,
                order.getString("secret"),
                newestOrder(shop.http(), host, token));
    }

    static Map<String, Object> rate(String canary) {
        return Map.of("name", "Rate " + canary, "amount", Map.of("amount", 490, "currency", "EUR"));
    }

    /** A cart with one piece of a variant. */
    private static JsonObject fill(Http http, String host, String variant) {
        return http.request("POST", host, "/api/v1/carts")
                .json(Map.of("lines", List.of(Map.of("variant", variant, "quantity", 1))))
                .send()
                .expect(201)
                .json();
    }

    /** Everything that an order needs to be told. */
    static Map<String, Object> said(String rate, String canary) {
        return Map.of(
                "email",
                "shopper-" + canary + "@example.com",
                "address",
                Map.of("name", "Anna " + canary, "line1", "Lane 1", "city", "Wien", "country", "AT"),
                "delivery",
                rate,
                "payment",
                "invoice");
    }

    private static JsonObject order(Http http, String host, String cart, String rate, String canary) {
        return http.request("POST", host, "/api/v1/carts/" + cart + "/checkout")
                .json(said(rate, canary))
                .send()
                .expect(201)
                .json();
    }

    private static String newestOrder(Http http, String host, String token) {
        return http.get(host, "/api/admin/v1/orders")
                .bearer(token)
                .send()
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }

    /** The token of another cart with its product. */
    String anotherCart() {
        return fill(shop.http(), host(), variant).getString("token");
    }

    /** The id of another order of its product. */
    String anotherOrder() {
        order(shop.http(), host(), anotherCart(), rate, canary);
        return newestOrder(shop.http(), host(), token);
    }

    private static String claim(Http http, String host, String token, String domain) {
        return http.request("POST", host, "/api/admin/v1/domains")
                .bearer(token)
                .json(Map.of("domain", domain))
                .send()
                .expect(201)
                .json()
                .getString("domain");
    }

    /** An import that is looked through and changes nothing until it is started. */
    static String bringIn(Http http, String host, String token, String canary) {
        String rows = "Handle,Title,Variant Price\nimported,Import " + canary + ",1\n";
        String id = http.request("POST", host, "/api/admin/v1/imports/products")
                .bearer(token)
                .form(new Form().file(canary + ".csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)))
                .send()
                .expect(202)
                .json()
                .getString("id");
        return Eventually.get(Duration.ofMinutes(1), "the file is looked through", () -> Optional.of(
                        http.get(host, "/api/admin/v1/imports/" + id)
                                .bearer(token)
                                .send()
                                .expect(200)
                                .json()
                                .getString("state"))
                .filter("ready"::equals)
                .map(ready -> id));
    }

    private static Map<String, Object> colleague(String canary) {
        return Map.of("email", "colleague-" + canary + "@example.com", "role", "staff");
    }

    private static Map<String, Object> role(String canary) {
        return Map.of("name", "Role " + canary, "permissions", Map.of("catalog", "view"));
    }

    private static String collection(
            Http http, String host, String token, String canary, String handle, String product) {
        return http.request("POST", host, "/api/admin/v1/collections")
                .bearer(token)
                .body("application/json", """
                        {"title":"Collection %s","handle":"%s","published":true,"products":[{"id":"%s"}]}""".formatted(canary, handle, product))
                .send()
                .expect(201)
                .json()
                .getString("id");
    }

    private static String post(Http http, String host, String token, String path, Map<String, Object> body) {
        return http.request("POST", host, path)
                .bearer(token)
                .json(body)
                .send()
                .expect(201)
                .json()
                .getString("id");
    }

    /** The id of another token of the owner; its text is thrown away. */
    private static String spare(Http http, String host, String token, String canary) {
        token(http, host, canary);
        return http.get(host, "/api/admin/v1/tokens")
                .bearer(token)
                .send()
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }

    /** The last part of the address of another collection of its product, which nobody changes. */
    String collectionHandle() {
        return productHandle.replace("thing-", "window-");
    }

    /** Sends one file as the owner. */
    Http.Answer upload(String folder, String name, byte[] content) {
        return upload(shop.http(), host(), token, folder, name, content);
    }

    private static Http.Answer upload(
            Http http, String host, String token, String folder, String name, byte[] content) {
        return http.request("POST", host, "/api/admin/v1/media?folder=" + folder)
                .bearer(token)
                .form(new Form().file(name, "image/png", content))
                .send();
    }

    private static String token(Http http, String host, String canary, String... scopes) {
        return http.request("POST", host, "/api/admin/v1/tokens")
                .json(Map.of(
                        "email", "owner-" + canary + "@example.com", "password", PASSWORD, "scopes", List.of(scopes)))
                .send()
                .expect(200, 201)
                .json()
                .getString("token");
    }

    /** What a feature gates is attacked, too. */
    private static void allFeatures(RunningShop shop, String id) throws IOException {
        shop.http()
                .request("PUT", "localhost", "/api/platform/v1/stores/" + id + "/flags")
                .bearer(shop.operatorToken())
                .json(Map.of("multiCurrency", true, "advancedReports", true))
                .send()
                .expect(200);
    }

    private static JsonObject request(RunningShop shop, String handle, String canary) throws IOException {
        String operator = shop.operatorToken();
        JsonObject accepted = shop.http()
                .request("POST", "localhost", "/api/platform/v1/stores")
                .bearer(operator)
                .json(Map.of(
                        "handle",
                        handle,
                        "name",
                        "Store " + canary,
                        "admin",
                        Map.of("email", "owner-" + canary + "@example.com", "password", PASSWORD)))
                .send()
                .expect(202)
                .json();
        Eventually.get(Duration.ofMinutes(1), "store " + handle + " is made", () -> {
            String state = shop.http()
                    .get("localhost", "/api/platform/v1/operations/" + accepted.getString("id"))
                    .bearer(operator)
                    .send()
                    .expect(200)
                    .json()
                    .getString("state");
            return Optional.of(state).filter("succeeded"::equals);
        });
        return accepted;
    }

    /** A token of its owner that is limited to scopes. */
    String token(String... scopes) {
        return token(shop.http(), host(), canary, scopes);
    }

    String host() {
        return handle + ".localhost";
    }

    Http.Request request(String method, String path) {
        return shop.http().request(method, host(), path);
    }

    Http.Request get(String path) {
        return shop.http().get(host(), path);
    }

    /** The id of a mail that waits; somebody is invited where there is none. */
    String mail() {
        return waiting(host(), token, "/api/admin/v1/mails").orElseGet(() -> {
            post(
                    shop.http(),
                    host(),
                    token,
                    "/api/admin/v1/people",
                    colleague(UUID.randomUUID().toString()));
            return waiting(host(), token, "/api/admin/v1/mails").orElseThrow();
        });
    }

    /** The same of the platform's own mails. */
    String platformMail() {
        try {
            String operator = shop.operatorToken();
            String path = "/api/platform/v1/";
            Map<String, Object> somebody = Map.of("email", UUID.randomUUID() + "@operators.example");
            post(shop.http(), "localhost", operator, path + "operators", somebody);
            return waiting("localhost", operator, path + "mails").orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> waiting(String host, String token, String path) {
        return shop
                .http()
                .get(host, path + "?state=waiting")
                .bearer(token)
                .send()
                .expect(200)
                .json()
                .getJsonArray("items")
                .stream()
                .map(mail -> mail.asJsonObject().getString("id"))
                .findFirst();
    }

    /** Adds a product whose every text is this store's. */
    Http.Answer add(String productHandle) {
        return add(shop.http(), host(), token, productHandle, canary);
    }

    private static Http.Answer add(Http http, String host, String token, String handle, String canary) {
        return http.request("POST", host, "/api/admin/v1/products")
                .bearer(token)
                .body("application/json", product(handle, canary, Optional.empty()))
                .send();
    }

    /** A product as staff send it, for sale, in the texts of a store. */
    static String product(String handle, String canary, Optional<String> variant) {
        var oneVariant = Json.createObjectBuilder()
                .add("sku", "sku-" + canary)
                .add("price", Json.createObjectBuilder().add("amount", 1999).add("currency", "EUR"))
                .add("stock", 500);
        variant.ifPresent(id -> oneVariant.add("id", id));
        return Json.createObjectBuilder()
                .add("handle", handle)
                .add("title", "A " + canary)
                .add("description", "All about " + canary)
                .add("vendor", "vendor-" + canary)
                .add("type", canary)
                .add("status", "active")
                .add("tags", Json.createArrayBuilder(List.of(canary)))
                .add("variants", Json.createArrayBuilder().add(oneVariant))
                .build()
                .toString();
    }

    /** Whether its owner can read its product and its file, unchanged. */
    boolean isUntouched() {
        Http.Answer answer =
                get("/api/admin/v1/products/" + product).bearer(token).send();
        return answer.status() == 200
                && answer.text().contains("A " + canary)
                && get("/api/admin/v1/media/" + file + "/content")
                                .bearer(token)
                                .send()
                                .status()
                        == 200;
    }
}
