package com.dainostore.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Eventually;
import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalog over the API: in the shape of the contract, for shoppers and for staff. */
@ExtendWith(SharedServer.class)
class CatalogApiIT {
    private static final String AURORA = "aurora.localhost";
    private static final String BASALT = "basalt.localhost";
    private static final String STAFF = "/api/admin/v1/products";
    private static final String SHOP = "/api/v1/products";
    private static final String LAMP = """
            {"title": "Lamp %s", "status": "active", "options": [{"name": "Size", "values": ["S", "L"]}],
             "variants": [{"sku": "S-1", "price": {"amount": 1250, "currency": "EUR"}, "options": ["S"], "stock": 3},
                          {"price": {"amount": 1500, "currency": "EUR"}, "options": ["L"]}]}""";

    private final RunningShop shop;

    CatalogApiIT(RunningShop shop) {
        this.shop = shop;
    }

    @BeforeEach
    void theDemoStoresAreFilled() {
        filled(AURORA, 24);
        filled(BASALT, 12);
    }

    private void filled(String host, int products) {
        Eventually.holds(
                Duration.ofMinutes(2),
                host + " is filled",
                () -> shop.http()
                                .get(host, SHOP + "?limit=100")
                                .send()
                                .expect(200)
                                .json()
                                .getJsonArray("items")
                                .size()
                        >= products);
    }

    @Test
    void aProductHasTheShapeOfTheContract() {
        Http.Answer answer =
                shop.http().get(AURORA, SHOP + "/havn-pendant").send().expect(200);
        JsonObject product = answer.json();
        JsonObject variant = product.getJsonArray("variants").getJsonObject(0);

        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(product.keySet())
                .containsExactly(
                        "id",
                        "handle",
                        "title",
                        "description",
                        "status",
                        "vendor",
                        "type",
                        "category",
                        "giftCard",
                        "tags",
                        "options",
                        "variants",
                        "images",
                        "metafields",
                        "seo");
        assertThat(variant.keySet())
                .containsExactly(
                        "id",
                        "sku",
                        "barcode",
                        "price",
                        "compareAtPrice",
                        "options",
                        "stock",
                        "available",
                        "image",
                        "tracked",
                        "oversell",
                        "requiresShipping",
                        "taxable",
                        "taxCode",
                        "weight");
        assertThat(variant.getJsonObject("price")).hasToString("{\"amount\":12900,\"currency\":\"EUR\"}");
        assertThat(product.getJsonArray("options").getJsonObject(0).keySet()).containsExactly("name", "values");
    }

    @Test
    void pagesOfAListMeetWithoutGapsOrDoubles() {
        List<String> handles = new ArrayList<>();
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            String next = cursor.get().isEmpty() ? "" : "&cursor=" + cursor.get();
            JsonObject page = shop.http()
                    .get(BASALT, SHOP + "?limit=5" + next)
                    .send()
                    .expect(200)
                    .json();
            page.getJsonArray("items")
                    .forEach(item -> handles.add(item.asJsonObject().getString("handle")));
            cursor = Optional.ofNullable(page.getString("nextCursor", null));
        }

        assertThat(handles).hasSize(12).doesNotHaveDuplicates().startsWith("ember-fire-bowl");
    }

    @Test
    void whatTheClientHasAlreadyIsNotSentAgain() {
        String tag = shop.http()
                .get(AURORA, SHOP + "/isbre-carafe")
                .send()
                .header("ETag")
                .orElseThrow();

        Http.Answer again = shop.http()
                .get(AURORA, SHOP + "/isbre-carafe")
                .header("If-None-Match", tag)
                .send();

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=101", "?limit=many", "?cursor=made-up", "?limit=1&cursor="})
    void aListThatCannotBeAskedForIsRefused(String query) {
        JsonObject problem =
                shop.http().get(AURORA, SHOP + query).send().expect(422).json();

        assertThat(problem.getString("type")).endsWith("validation");
        assertThat(problem.getJsonArray("errors")).hasSize(1);
    }

    @Test
    void staffKeepAProductFromDraftToDeletion() throws IOException {
        JsonObject created = staff("POST", STAFF)
                .body("application/json", LAMP.formatted("one"))
                .send()
                .expect(201)
                .json();
        String address = STAFF + "/" + created.getString("id");
        assertThat(shop.http()
                        .get(AURORA, SHOP + "/lamp-one")
                        .send()
                        .expect(200)
                        .json())
                .isEqualTo(created);

        Http.Answer renamed = staff("PUT", address)
                .header("If-Match", "\"1\"")
                .body("application/json", created.toString().replace("\"active\"", "\"draft\""))
                .send()
                .expect(200);
        assertThat(renamed.header("ETag")).hasValue("\"2\"");
        assertThat(renamed.json().getJsonArray("variants")).isEqualTo(created.getJsonArray("variants"));
        shop.http().get(AURORA, SHOP + "/lamp-one").send().expect(404);
        staff("GET", address).send().expect(200);

        staff("PUT", address)
                .header("If-Match", "\"1\"")
                .body("application/json", created.toString())
                .send()
                .expect(412);
        staff("DELETE", address).send().expect(204);
        staff("GET", address).send().expect(404);
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() throws IOException {
        JsonObject problem = staff("POST", STAFF)
                .body("application/json", """
                        {"title": "", "variants": [{"price": {"amount": -1, "currency": "USD"}}]}""")
                .send()
                .expect(422)
                .json();

        assertThat(problem.getJsonArray("errors").stream()
                        .map(error -> error.asJsonObject().getString("field")))
                .containsExactly("title", "variants[0].price.amount", "variants[0].price.currency");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"{'title':|400", "[1]|400", "'text'|400", "{'title': 5}|422", "{'variants': {}}|422"})
    void aBodyThatIsNoProductIsRefused(String body, int status) throws IOException {
        staff("POST", STAFF)
                .body("application/json", body.replace("'", "\""))
                .send()
                .expect(status);
    }

    @Test
    void aBodyBeyondAllMeasureIsRefused() throws IOException {
        String body = "{\"title\": \"" + "x".repeat(1024 * 1024) + "\"}";

        staff("POST", STAFF).body("application/json", body).send().expect(413);
    }

    @Test
    void aBodyThatDoesNotTellItsLengthIsMeasured() throws IOException {
        String body = "{\"title\": \"" + "x".repeat(1024 * 1024) + "\"}";
        String request =
                "POST %s HTTP/1.1\r\nHost: %s:%d\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n"
                                .formatted(STAFF, AURORA, shop.port(), token())
                        + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                        + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";

        shop.http().send(request.getBytes(StandardCharsets.US_ASCII)).expect(413);
    }

    @Test
    void withoutATokenOrWithOneOfAnotherStoreNobodyIsStaff() throws IOException {
        shop.http().get(AURORA, STAFF).send().expect(401);
        shop.http().get(BASALT, STAFF).bearer(token()).send().expect(403);
        shop.http().get(AURORA, STAFF).bearer(shop.operatorToken()).send().expect(403);
    }

    @Test
    void aTokenForReadingDoesNotWrite() throws IOException {
        String reading = token("{\"email\": \"%s\", \"password\": \"%s\", \"scopes\": [\"products:read\"]}");

        shop.http().get(AURORA, STAFF + "?limit=1").bearer(reading).send().expect(200);
        shop.http()
                .request("POST", AURORA, STAFF)
                .bearer(reading)
                .body("application/json", LAMP.formatted("two"))
                .send()
                .expect(403);
    }

    @Test
    void anIdOfAnotherStoreIsUnknownHere() throws IOException {
        String foreign = shop.http()
                .get(BASALT, SHOP + "?limit=1")
                .send()
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");

        staff("GET", STAFF + "/" + foreign).send().expect(404);
        staff("DELETE", STAFF + "/" + foreign).send().expect(404);
        shop.http().get(AURORA, SHOP + "/ember-fire-bowl").send().expect(404);
    }

    private Http.Request staff(String method, String path) throws IOException {
        return shop.http().request(method, AURORA, path).bearer(token());
    }

    private String token() throws IOException {
        return token("{\"email\": \"%s\", \"password\": \"%s\"}");
    }

    private String token(String body) throws IOException {
        String password = Files.readString(shop.home().resolve("demo-password")).strip();
        return shop.http()
                .request("POST", AURORA, "/api/admin/v1/tokens")
                .body("application/json", body.formatted("owner@aurora.example", password))
                .send()
                .expect(201)
                .json()
                .getString("token");
    }
}
