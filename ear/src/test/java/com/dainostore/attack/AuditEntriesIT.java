package com.dainostore.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Databases;
import com.dainostore.testing.Form;
import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever changes something over the APIs leaves an entry in an audit log: every such route that the archive declares is
 * called with what it wants, and the entry is found by the id of the request. A new route fails here until it says what it
 * is called with, or why it leaves none.
 */
@ExtendWith(SharedServer.class)
class AuditEntriesIT {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /** What is not called here, and why. */
    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry(
                    "POST /api/platform/v1/database-servers",
                    "It would draw the stores of other tests to a server of its own; SettingsIT looks at its entry."),
            Map.entry(
                    "POST /api/platform/v1/stores/{id}/domains/{domain}/verify",
                    "It needs a record in DNS; DomainsTest looks at its entry."),
            Map.entry("POST /api/admin/v1/domains/{domain}/verify", "As above."),
            Map.entry(
                    "PUT /api/platform/v1/stores/{id}/domains/{domain}",
                    "Only a domain that was proved can be changed; DomainsTest looks at its entry."),
            Map.entry("PUT /api/admin/v1/domains/{domain}", "As above."),
            Map.entry(
                    "POST /api/admin/v1/imports/{id}/pause",
                    "Only an import that runs can be paused; ImportsIT looks at its entry."),
            Map.entry("POST /api/admin/v1/imports/{id}/resume", "As above."),
            Map.entry("POST /api/v1/carts", "A cart is nobody's deed: what becomes of it is, once it is an order."),
            Map.entry(
                    "POST /api/v1/carts/{token}/lines",
                    "A cart is nobody's deed: what becomes of it is, once it is an order."),
            Map.entry(
                    "PUT /api/v1/carts/{token}/lines/{line}",
                    "A cart is nobody's deed: what becomes of it is, once it is an order."),
            Map.entry(
                    "DELETE /api/v1/carts/{token}/lines/{line}",
                    "A cart is nobody's deed: what becomes of it is, once it is an order."),
            Map.entry(
                    "POST /api/v1/carts/{token}/accept",
                    "A cart is nobody's deed: what becomes of it is, once it is an order."),
            Map.entry(
                    "PUT /api/v1/carts/{token}/checkout",
                    "A cart is nobody's deed: what becomes of it is, once it is an order."));

    private final RunningShop shop;
    private final Http http;
    private final TestStore store;
    private final TestStore moved;
    private final String operator;

    AuditEntriesIT(RunningShop shop) throws IOException {
        this.shop = shop;
        this.http = shop.http();
        this.operator = shop.operatorToken();
        this.store = TestStore.create(shop, "noted");
        this.moved = TestStore.create(shop, "moved");
    }

    @Test
    void everyUnsafeRouteOfTheApisLeavesAnEntry() throws IOException {
        RouteTable routes = RouteTable.of(SharedServer.target().resolve("dainostore.ear"));
        SoftAssertions soft = new SoftAssertions();
        for (Route route : routes.all()) {
            String name = route.method() + " " + route.template();
            if (route.isApi() && !SAFE.contains(route.method()) && !LEFT_OUT.containsKey(name)) {
                soft.assertThatCode(() -> call(route, name)).as(name).doesNotThrowAnyException();
            }
        }
        soft.assertAll();
    }

    private void call(Route route, String name) throws IOException, SQLException {
        TestStore at = route.template().matches(".*/\\{id}/(suspend|resume|rotate-credentials|rotate-key|handle)")
                ? moved
                : store;
        boolean platform = route.kind() == Route.Kind.PLATFORM_API;
        String path = route.path(parameter -> value(route, name, parameter, at));
        Http.Request request = http.request(route.method(), platform ? "localhost" : at.host(), path);
        if (!route.isSignIn()) {
            request.bearer(platform ? operator : at.token());
        }
        Http.Answer answer = with(request, route, name).send();
        assertThat(answer.status())
                .as("%s: say here what it is called with", answer)
                .isBetween(200, 299);
        assertThat(entries(answer.header("X-Request-ID").orElseThrow(), at))
                .as("the actions that are written down for it")
                .isNotEmpty();
    }

    private List<String> entries(String request, TestStore at) throws SQLException {
        String query = "SELECT action FROM audit_entries WHERE request_id = ?";
        List<String> inStore = shop.databases().list(shop.databases().of(at.id()), query, request);
        return inStore.isEmpty() ? shop.databases().list(Databases.REGISTRY, query, request) : inStore;
    }

    private Http.Request with(Http.Request request, Route route, String name) throws IOException {
        if (name.equals("POST /api/admin/v1/media")) {
            return request.form(new Form().file("a.png", "image/png", TestStore.PIXEL));
        }
        if (name.equals("POST /api/admin/v1/imports/products")) {
            return request.form(new Form().file("a.csv", "text/csv", "Handle,Title".getBytes(StandardCharsets.UTF_8)));
        }
        return route.hasBody() && !route.isCommand() ? request.body("application/json", body(name)) : request;
    }

    private String body(String name) throws IOException {
        String some = UUID.randomUUID().toString();
        return switch (name) {
            case "POST /api/admin/v1/people", "POST /api/platform/v1/operators" ->
                json(Map.of("email", some + "@example.com", "role", "staff"));
            case "PUT /api/admin/v1/people/{id}" -> json(Map.of("role", "manager"));
            case "POST /api/admin/v1/roles", "PUT /api/admin/v1/roles/{id}" ->
                json(Map.of("name", some, "permissions", Map.of("catalog", "edit")));
            case "POST /api/admin/v1/products" -> TestStore.product("p-" + some, "noted", Optional.empty());
            case "PUT /api/admin/v1/products/{id}" -> TestStore.product("p-" + some, "changed", Optional.empty());
            case "POST /api/admin/v1/tokens" ->
                json(Map.of("email", "owner-" + store.canary() + "@example.com", "password", TestStore.PASSWORD));
            case "POST /api/platform/v1/tokens" -> json(Map.of("email", "operator@localhost", "password", password()));
            case "PUT /api/admin/v1/imports/{id}/mapping" -> json(Map.of("columns", Map.of("Title", "ignore")));
            case "PATCH /api/admin/v1/media/{id}" -> json(Map.of("alt", some));
            case "PUT /api/admin/v1/settings", "PUT /api/platform/v1/stores/{id}/settings" ->
                json(Map.of("tagline", some));
            case "PUT /api/platform/v1/stores/{id}/flags" -> json(Map.of("multiCurrency", false));
            case "PUT /api/platform/v1/flags/{flag}" -> json(Map.of("percentage", 7));
            case "POST /api/platform/v1/stores" ->
                json(Map.of(
                        "handle",
                        "n-" + some.substring(0, 13),
                        "name",
                        "New",
                        "admin",
                        Map.of("email", "n@x.example")));
            case "POST /api/admin/v1/collections", "PUT /api/admin/v1/collections/{id}" -> json(Map.of("title", some));
            case "POST /api/v1/carts/{token}/checkout" -> json(TestStore.said(store.rate(), store.canary()));
            case "POST /api/admin/v1/orders/{id}/notes" -> json(Map.of("text", some));
            case "POST /api/admin/v1/delivery-rates", "PUT /api/admin/v1/delivery-rates/{id}" ->
                json(TestStore.rate(some));
            case "POST /api/admin/v1/inventory" ->
                json(Map.of("adjustments", List.of(Map.of("variant", store.variant(), "by", 3))));
            case "PATCH /api/platform/v1/stores/{id}" -> json(Map.of("name", some));
            case "PUT /api/platform/v1/stores/{id}/handle" -> json(Map.of("handle", "n-" + some.substring(0, 13)));
            case "POST /api/platform/v1/stores/{id}/domains", "POST /api/admin/v1/domains" ->
                json(Map.of("domain", some + ".example.com"));
            default -> "{}";
        };
    }

    /** Something that nothing else needs, for each call anew. */
    private String value(Route route, String name, String parameter, TestStore at) {
        String before = route.template().substring(0, route.template().indexOf("{" + parameter));
        try {
            return switch (before) {
                case "/api/admin/v1/people/" -> made("/api/admin/v1/people", "POST /api/admin/v1/people");
                case "/api/admin/v1/roles/" -> made("/api/admin/v1/roles", "POST /api/admin/v1/roles");
                case "/api/admin/v1/products/" -> made("/api/admin/v1/products", "POST /api/admin/v1/products");
                case "/api/admin/v1/collections/" ->
                    made("/api/admin/v1/collections", "POST /api/admin/v1/collections");
                case "/api/admin/v1/delivery-rates/" ->
                    made("/api/admin/v1/delivery-rates", "POST /api/admin/v1/delivery-rates");
                case "/api/admin/v1/orders/" -> store.anotherOrder();
                case "/api/v1/carts/" -> store.anotherCart();
                case "/api/admin/v1/domains/" -> claimed(at);
                case "/api/admin/v1/media/" -> uploaded();
                case "/api/admin/v1/imports/" -> TestStore.bringIn(http, at.host(), at.token(), at.canary());
                case "/api/admin/v1/mails/" -> store.mail();
                case "/api/platform/v1/mails/" -> store.platformMail();
                case "/api/admin/v1/tokens/" -> token(at.host(), at.token(), "/api/admin/v1/tokens");
                case "/api/platform/v1/tokens/" -> token("localhost", operator, "/api/platform/v1/tokens");
                case "/api/platform/v1/operators/" -> operatorMade();
                case "/api/platform/v1/flags/" -> "multiCurrency";
                case "/api/platform/v1/stores/{id}/domains/" -> claimed(at);
                case "/api/platform/v1/stores/" ->
                    name.startsWith("DELETE /api/platform/v1/stores/{id}") && !name.contains("domains")
                                    || name.endsWith("/restore")
                            ? going(name.endsWith("/restore"))
                            : at.id();
                default -> throw new AssertionError("Say here what " + parameter + " is in " + route);
            };
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String made(String path, String name) throws IOException {
        return http.request("POST", store.host(), path)
                .bearer(store.token())
                .body("application/json", body(name))
                .send()
                .expect(201)
                .json()
                .getString("id");
    }

    private String operatorMade() throws IOException {
        return http.request("POST", "localhost", "/api/platform/v1/operators")
                .bearer(operator)
                .body("application/json", body("POST /api/platform/v1/operators"))
                .send()
                .expect(201)
                .json()
                .getString("id");
    }

    private String uploaded() {
        return store.upload("media", UUID.randomUUID() + ".png", TestStore.PIXEL)
                .expect(201)
                .json()
                .getJsonArray("results")
                .getJsonObject(0)
                .getJsonObject("file")
                .getString("id");
    }

    /** The id of a token made a moment ago. */
    private String token(String host, String bearer, String path) throws IOException {
        http.request("POST", host, path)
                .body("application/json", body("POST " + path))
                .send()
                .expect(200, 201);
        return http.get(host, path).bearer(bearer).send().expect(200).json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .map(token -> token.getString("id"))
                .findFirst()
                .orElseThrow();
    }

    private String claimed(TestStore at) {
        String domain = UUID.randomUUID() + ".example.com";
        http.request("POST", "localhost", "/api/platform/v1/stores/" + at.id() + "/domains")
                .bearer(operator)
                .json(Map.of("domain", domain))
                .send()
                .expect(200, 201);
        return domain;
    }

    /** A store that is there to be deleted, or to be brought back while its deletion waits. */
    private String going(boolean waits) throws IOException {
        TestStore fresh = TestStore.create(shop, "going");
        if (waits) {
            http.request("DELETE", "localhost", "/api/platform/v1/stores/" + fresh.id() + "?graceDays=7")
                    .bearer(operator)
                    .send()
                    .expect(202);
        }
        return fresh.id();
    }

    private String password() throws IOException {
        return Files.readString(shop.home().resolve("operator-password")).strip();
    }

    private static String json(Map<String, ?> object) {
        return Json.createObjectBuilder(object).build().toString();
    }
}
