package com.dainostore.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Databases;
import com.dainostore.testing.Eventually;
import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The settings and flags of two stores over the APIs, as their staff and as operators use them. */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsIT {
    private static final String SETTINGS = "/api/admin/v1/settings";
    private static final String HOST = "aurora.localhost";
    private static final String OTHER = "basalt.localhost";

    private final RunningShop shop;
    private final Http http;
    private String operator = "";
    private String aurora = "";
    private String basalt = "";
    private String owner = "";

    SettingsIT(RunningShop shop) {
        this.shop = shop;
        this.http = shop.http();
    }

    @BeforeAll
    void demoStores() throws IOException {
        operator = shop.operatorToken();
        aurora = shop.activeStore("aurora");
        basalt = shop.activeStore("basalt");
        owner = http.request("POST", HOST, "/api/admin/v1/tokens")
                .json(Map.of(
                        "email",
                        "owner@aurora.example",
                        "password",
                        Files.readString(shop.home().resolve("demo-password")).strip()))
                .send()
                .expect(201)
                .json()
                .getString("token");
        Eventually.holds(Duration.ofMinutes(2), "aurora has goods", () -> !http.get(HOST, "/api/v1/products")
                .send()
                .expect(200)
                .json()
                .getJsonArray("items")
                .isEmpty());
    }

    @Test
    void aChangeIsSeenByStaffAndOperatorsAndByNoOtherStore() {
        String before = setting(basalt, "tagline");
        JsonObject changed = put(Map.of("tagline", "Lamps by hand", "weightUnit", "lb"))
                .expect(200)
                .json();

        assertThat(changed.getString("tagline")).isEqualTo("Lamps by hand");
        assertThat(changed.getString("currency")).isNotEmpty();
        assertThat(setting(aurora, "weightUnit")).isEqualTo("lb");
        assertThat(setting(basalt, "tagline")).isEqualTo(before);
        assertThat(put(object("weightUnit", JsonValue.NULL)).expect(200).json().getString("weightUnit"))
                .as("null is the default")
                .isEqualTo("kg");
    }

    @Test
    void aChangeOfAnOldVersionIsRefused() {
        String tag = get(SETTINGS).expect(200).header("ETag").orElseThrow();
        put(Map.of("contactPhone", "+43 1 " + System.nanoTime() % 100_000)).expect(200);

        Http.Answer late = http.request("PUT", HOST, SETTINGS)
                .bearer(owner)
                .header("If-Match", tag)
                .json(Map.of("contactPhone", "+43 2"))
                .send();

        assertThat(late.expect(412).text()).contains("changed-meanwhile");
    }

    @Test
    void everyBadFieldIsNamed() {
        JsonObject problem = put(Map.of(
                        "contactEmail", "nobody", "themePrimary", "red;}*{", "databaseHost", "10.0.0.1", "locale", 5))
                .expect(422)
                .json();
        assertThat(problem.getString("type")).contains("validation");
        problem = put(Map.of("contactEmail", "nobody", "themePrimary", "red;}*{", "databaseHost", "10.0.0.1"))
                .expect(422)
                .json();
        assertThat(problem.getJsonArray("errors").getValuesAs(JsonObject.class))
                .extracting(error -> error.getString("field"))
                .containsExactlyInAnyOrder("contactEmail", "themePrimary", "databaseHost");
    }

    @Test
    void aStoreWithPricesKeepsItsCurrencyWhoeverAsks() {
        String currency = setting(aurora, "currency");
        String another = currency.equals("USD") ? "EUR" : "USD";

        for (Http.Answer answer : List.of(
                put(Map.of("currency", another)),
                platform("PUT", "/api/platform/v1/stores/" + aurora + "/settings", Map.of("currency", another)))) {
            assertThat(answer.expect(422).text()).contains("The currency stays as it is while products have prices");
        }
        assertThat(setting(aurora, "currency")).isEqualTo(currency);
    }

    @Test
    void whatAFlagGatesIsThereOnlyForTheStoreThatHasIt() {
        platform("PUT", "/api/platform/v1/stores/" + aurora + "/flags", object("advancedReports", JsonValue.NULL))
                .expect(200);
        get("/api/admin/v1/reports/catalog").expect(404);
        get("/api/admin/v1/reports/catalog.csv").expect(404);

        platform("PUT", "/api/platform/v1/stores/" + aurora + "/flags", Map.of("advancedReports", true))
                .expect(200);
        JsonObject line = get("/api/admin/v1/reports/catalog")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(line.getInt("products")).isPositive();
        assertThat(line.getJsonObject("stockValue").getString("currency")).isEqualTo(setting(aurora, "currency"));
        Http.Answer table = get("/api/admin/v1/reports/catalog.csv").expect(200);
        assertThat(table.header("Content-Disposition"))
                .hasValueSatisfying(v -> assertThat(v).startsWith("attachment"));
        assertThat(table.text()).startsWith("vendor,type,products");
        assertThat(platform("GET", "/api/platform/v1/stores/" + basalt + "/flags", Map.of())
                        .json()
                        .getJsonObject("advancedReports")
                        .getBoolean("on"))
                .isFalse();
    }

    @Test
    void pricesAreShownInACurrencyThatTheMerchantAdded() {
        http.get(OTHER, "/api/v1/currencies").send().expect(404);
        http.get(OTHER, "/api/v1/products?currency=JPY").send().expect(404);
        http.get(OTHER, "/products?currency=JPY").send().expect(404);

        platform("PUT", "/api/platform/v1/stores/" + aurora + "/flags", Map.of("multiCurrency", true))
                .expect(200);
        put(Map.of("additionalCurrencies", "JPY 100.5")).expect(200);
        assertThat(http.get(HOST, "/api/v1/currencies").send().expect(200).text())
                .contains("\"JPY\"", "100.5");
        JsonObject own = product("/api/v1/products?limit=1");
        JsonObject shown = product("/api/v1/products?limit=1&currency=JPY");

        long cents = price(own).getJsonNumber("amount").longValue();
        assertThat(price(shown).getString("currency")).isEqualTo("JPY");
        assertThat(price(shown).getJsonNumber("amount").longValue()).isEqualTo((cents * 1_005 + 500) / 1_000);
        http.get(HOST, "/api/v1/products?currency=CHF").send().expect(422);
    }

    @Test
    void aShareOfAllStoresAndADefaultAreDecidedByOperatorsOnly() {
        JsonObject rollout = platform("PUT", "/api/platform/v1/flags/multiCurrency", Map.of("percentage", 0))
                .expect(200)
                .json();
        assertThat(rollout.getBoolean("default")).isFalse();
        platform("PUT", "/api/platform/v1/flags/multiCurrency", Map.of("percentage", 101))
                .expect(422);
        platform("PUT", "/api/platform/v1/flags/nothing", Map.of("percentage", 1))
                .expect(404);
        http.request("PUT", "localhost", "/api/platform/v1/flags/multiCurrency")
                .bearer(owner)
                .json(Map.of("percentage", 100))
                .send()
                .expect(403);
        assertThat(get("/api/admin/v1/flags").expect(200).json()).containsKeys("multiCurrency", "advancedReports");
    }

    @Test
    void noStoreReadsWhereItsDataLiesOrHowToGetIn() throws SQLException {
        List<String> secrets = shop.databases().list(Databases.REGISTRY, """
                SELECT unnest(ARRAY[database_name, owner_role, application_role, migration_role, encode(application_secret, 'hex'),
                                    s.host || ':' || s.port])
                FROM store_databases d JOIN database_servers s ON s.id = d.server_id WHERE store_id = ?""", aurora);
        assertThat(secrets).hasSize(6);
        for (String path : List.of(
                SETTINGS,
                "/api/admin/v1/flags",
                "/api/admin/v1/reports/catalog",
                "/api/admin/v1/products",
                "/api/v1/products",
                "/api/v1/currencies",
                "/",
                "/products")) {
            assertThat(get(path).toString()).as(path).doesNotContain(secrets);
        }
        for (String key : List.of("database", "databaseHost", "database.password", "connectionLimit", "schema")) {
            assertThat(put(Map.of(key, "x")).expect(422).text()).doesNotContain(secrets);
        }
        http.get("localhost", "/api/platform/v1/stores/" + aurora)
                .bearer(owner)
                .send()
                .expect(403);
    }

    private JsonObject product(String path) {
        return http.get(HOST, path)
                .send()
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
    }

    private static JsonObject price(JsonObject product) {
        return product.getJsonArray("variants").getJsonObject(0).getJsonObject("price");
    }

    private String setting(String store, String key) {
        return platform("GET", "/api/platform/v1/stores/" + store + "/settings", Map.of())
                .expect(200)
                .json()
                .getString(key);
    }

    private Http.Answer get(String path) {
        return http.get(HOST, path).bearer(owner).send();
    }

    private Http.Answer put(Map<String, ?> body) {
        return http.request("PUT", HOST, SETTINGS).bearer(owner).json(body).send();
    }

    private static Map<String, ?> object(String key, JsonValue value) {
        return Json.createObjectBuilder().add(key, value).build();
    }

    private Http.Answer platform(String method, String path, Map<String, ?> body) {
        Http.Request request = http.request(method, "localhost", path).bearer(operator);
        return (method.equals("GET") ? request : request.json(body)).send();
    }
}
