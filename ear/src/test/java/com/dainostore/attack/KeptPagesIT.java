package com.dainostore.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Eventually;
import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages from memory, over the wire. What is kept is told from what is drawn by a change that the catalog's version does not
 * notice, because its trigger is off: only a page that is drawn shows it.
 */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptPagesIT {
    private static final String PRODUCT = "/products/same-handle";
    private static final Duration ANOTHER_NODE = Duration.ofSeconds(1);

    private final RunningShop shop;
    private TestStore first;
    private TestStore second;

    KeptPagesIT(RunningShop shop) {
        this.shop = shop;
    }

    @BeforeAll
    void twoStoresWithTheSamePaths() throws IOException {
        first = TestStore.create(shop, "kept");
        second = TestStore.create(shop, "other");
        first.add("same-handle").expect(201);
        second.add("same-handle").expect(201);
    }

    /** From here on this node knows the newest version, and reads it again only after it was told of a change or a second. */
    @BeforeEach
    void aKnownTitle() throws Exception {
        run(first, "UPDATE products SET title = 'A ' || type");
        Thread.sleep(ANOTHER_NODE.toMillis());
        assertThat(text(first, PRODUCT)).contains("A " + first.canary());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/products", PRODUCT, PRODUCT + "?utm_source=mail", "/products?nothing=here&cursor="})
    void aPageIsDrawnOnce(String path) throws SQLException {
        Http.Answer drawn = first.get(path).send().expect(200);
        unnoticed(first, "UPDATE products SET title = 'Unnoticed'");

        Http.Answer kept = first.get(path).send().expect(200);

        assertThat(kept.body()).isEqualTo(drawn.body());
        assertThat(kept.header("ETag")).isEqualTo(drawn.header("ETag")).isPresent();
        assertThat(kept.header("Cache-Control")).contains("private, no-cache");
        first.get(path)
                .header("If-None-Match", kept.header("ETag").orElseThrow())
                .send()
                .expect(304);
        assertThat(first.request("HEAD", path).send().expect(200).header("ETag"))
                .isEqualTo(drawn.header("ETag"));
    }

    @Test
    void whatNoPageReadsOfAQueryMakesNoOtherPage() throws SQLException {
        first.get("/products").send().expect(200);
        unnoticed(first, "UPDATE products SET title = 'Unnoticed'");

        assertThat(text(first, "/products?utm_source=x&variant=y")).doesNotContain("Unnoticed");
    }

    @Test
    void aChangeOnThisNodeIsSeenAtOnce() {
        text(first, PRODUCT);
        shop.http()
                .request("PUT", first.host(), "/api/admin/v1/products/" + first.product())
                .bearer(first.token())
                .body(
                        "application/json",
                        TestStore.product(first.productHandle(), first.canary(), Optional.of(first.variant()))
                                .replace("\"A ", "\"Changed "))
                .send()
                .expect(200);

        assertThat(text(first, "/products")).contains("Changed " + first.canary());
    }

    /** Another node is nothing but another connection to the store's database. */
    @Test
    void aChangeOnAnotherNodeIsSeenAfterASecond() throws Exception {
        text(first, "/");
        run(first, "UPDATE products SET title = 'From elsewhere'");

        Thread.sleep(ANOTHER_NODE.toMillis());

        assertThat(text(first, "/")).contains("From elsewhere");
        assertThat(text(second, "/")).contains("A " + second.canary());
    }

    @Test
    void aChangeOfTheSettingsIsSeenAtOnce() {
        text(first, "/");
        settings(first, Map.of("storefrontName", "Renamed shop"));

        assertThat(text(first, "/")).contains("Renamed shop");
        assertThat(text(second, "/")).doesNotContain("Renamed shop");
        settings(first, Map.of("storefrontName", ""));
        assertThat(text(first, "/")).doesNotContain("Renamed shop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/products", "/collections", PRODUCT, "/pages/imprint", "/robots.txt", "/sitemap.xml"})
    void storesWithTheSamePathsNeverMix(String path) {
        String ofFirst = text(first, path);
        String ofSecond = text(second, path);

        assertThat(ofFirst).contains(first.handle()).doesNotContain(second.handle(), second.canary());
        assertThat(ofSecond).contains(second.handle()).doesNotContain(first.handle(), first.canary());
        for (Http.Answer lie : new Http.Answer[] {
            first.get(path).header("X-Store-ID", second.id()).send(),
            first.get(path).header("X-Forwarded-Host", second.host()).send(),
            first.get(path).header("Forwarded", "host=" + second.host()).send(),
            shop.http()
                    .get(first.host().toUpperCase(java.util.Locale.ROOT), path)
                    .send()
        }) {
            if (lie.status() == 200) {
                assertThat(lie.text()).doesNotContain(second.handle(), second.canary());
            }
        }
    }

    /** The canonical address of a page spells the host: one that is asked for by another must not be given to others. */
    @Test
    void anotherPortInTheHostStaysWithWhoSentIt() {
        String lie = shop.http()
                .raw("GET " + PRODUCT + " HTTP/1.1")
                .header("Host", first.host() + ":1")
                .send()
                .expect(200)
                .text();

        assertThat(lie).contains(first.host() + ":1/");
        assertThat(text(first, PRODUCT)).doesNotContain(first.host() + ":1/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dainostore-shop=known", "a=b; __Host-dainostore-cart=known"})
    void whoIsKnownGetsAPageThatIsDrawnForThemAndKeptForNobody(String cookie) throws SQLException {
        text(first, PRODUCT);
        unnoticed(first, "UPDATE products SET title = 'Unnoticed'");

        assertThat(first.get(PRODUCT)
                        .header("Cookie", cookie)
                        .send()
                        .expect(200)
                        .text())
                .contains("Unnoticed");
        assertThat(text(first, PRODUCT)).doesNotContain("Unnoticed");
    }

    @Test
    void whatIsMissingIsNotKept() throws SQLException {
        first.get("/products/late").send().expect(404);
        unnoticed(first, "UPDATE products SET handle = 'late' WHERE handle = 'same-handle'");
        first.get("/products/late").send().expect(200);
        unnoticed(first, "UPDATE products SET handle = 'same-handle' WHERE handle = 'late'");
        first.request("POST", PRODUCT)
                .header("Origin", "http://" + first.host())
                .send();
        first.get(PRODUCT).send().expect(200);
    }

    @Test
    void aFormerAddressOfACollectionLeadsToTheNewOne() throws SQLException {
        String handle = second.collectionHandle();
        run(second, "UPDATE collections SET handle = 'moved-light' WHERE handle = '" + handle + "'");

        assertThat(second.get("/collections/" + handle).send().expect(308).header("Location"))
                .contains("/collections/moved-light");
        second.get("/collections/moved-light").send().expect(200);
        first.get("/collections/moved-light").send().expect(404);
    }

    @Test
    void aFormerAddressLeadsToTheNewOneOfItsStore() throws IOException {
        TestStore moving = TestStore.create(shop, "moving");
        rename(moving, "moved-once");
        rename(moving, "moved-twice");

        Http.Answer led = moving.get("/products/" + moving.productHandle() + "?variant=x&currency=EUR")
                .send()
                .expect(308);
        assertThat(led.header("Location")).contains("/products/moved-twice?variant=x&currency=EUR");
        assertThat(led.header("Cache-Control")).contains("no-store");
        moving.get("/products/moved-once").send().expect(308);
        moving.get("/products/moved-twice").send().expect(200);
        moving.get("/api/v1/products/" + moving.productHandle()).send().expect(404);
        first.get("/products/" + moving.productHandle()).send().expect(404);

        moving.add("moved-once").expect(201);
        moving.get("/products/moved-once").send().expect(200);
    }

    @Test
    void theFrontPageLeadsToCollectionsAndAProductBackToOne() {
        assertThat(text(first, "/"))
                .contains("href=\"/collections/", "Collection " + first.canary())
                .doesNotContain("Collection " + second.canary());
        assertThat(text(first, "/products/" + first.productHandle()))
                .contains("<li><a href=\"/collections/", "property=\"og:locale\"");
        assertThat(first.get("/products/none").send().expect(404).text()).contains("action=\"/search\"");
    }

    @Test
    void aStoreThatIsSuspendedShowsNothingThatWasKept() throws IOException {
        TestStore sleeper = TestStore.create(shop, "keptsleeper");
        text(sleeper, "/");
        order(sleeper, "/suspend");
        for (String path : new String[] {"/", "/products", "/robots.txt", "/sitemap.xml"}) {
            assertThat(sleeper.get(path).send().expect(503).header("Retry-After"))
                    .isPresent();
        }
        order(sleeper, "/resume");
        Eventually.holds(
                Duration.ofSeconds(10),
                "it is open again",
                () -> sleeper.get("/").send().status() == 200);
    }

    @Test
    void searchEnginesAreToldWhatThereIs() throws SQLException {
        String origin = "http://" + first.host() + ":" + shop.port();
        String robots = text(first, "/robots.txt");
        assertThat(robots).contains("Sitemap: " + origin + "/sitemap.xml\n", "Disallow: /search\n", "Disallow: /*?\n");

        assertThat(text(first, "/sitemap.xml"))
                .contains(
                        "<loc>" + origin + "/sitemaps/pages.xml</loc>",
                        "<loc>" + origin + "/sitemaps/collections-1.xml</loc>",
                        "<loc>" + origin + "/sitemaps/products-1.xml</loc>")
                .doesNotContain("products-2");
        Http.Answer products = first.get("/sitemaps/products-1.xml").send().expect(200);
        assertThat(products.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/xml"));
        assertThat(products.text())
                .contains("<loc>" + origin + PRODUCT + "</loc><lastmod>20")
                .doesNotContain(second.productHandle());
        assertThat(text(first, "/sitemaps/pages.xml")).contains(origin + "/pages/imprint</loc>");
        assertThat(text(first, "/sitemaps/collections-1.xml")).contains(origin + "/collections/");

        String tag = products.header("ETag").orElseThrow();
        first.get("/sitemaps/products-1.xml")
                .header("If-None-Match", tag)
                .send()
                .expect(304);
        first.add("one-more").expect(201);
        assertThat(first.get("/sitemaps/products-1.xml")
                        .header("If-None-Match", tag)
                        .send()
                        .expect(200)
                        .text())
                .contains("/products/one-more<");
        for (String none :
                new String[] {"products-2", "products-0", "products-9999999", "people-1", "products-1.xml/x"}) {
            first.get("/sitemaps/" + none + ".xml").send().expect(404);
        }
    }

    @Test
    void thePlatformTellsOfNoStore() {
        assertThat(shop.http()
                        .get("localhost", "/robots.txt")
                        .send()
                        .expect(200)
                        .text())
                .contains("Disallow: /admin")
                .doesNotContain("Sitemap");
        shop.http().get("localhost", "/sitemap.xml").send().expect(404);
        shop.http().get("nobody.localhost", "/robots.txt").send().expect(404);
    }

    private static String text(TestStore store, String path) {
        return store.get(path).send().expect(200).text();
    }

    private void rename(TestStore store, String handle) {
        shop.http()
                .request("PUT", store.host(), "/api/admin/v1/products/" + store.product())
                .bearer(store.token())
                .body("application/json", TestStore.product(handle, store.canary(), Optional.of(store.variant())))
                .send()
                .expect(200);
    }

    private void settings(TestStore store, Map<String, String> values) {
        shop.http()
                .request("PUT", store.host(), "/api/admin/v1/settings")
                .bearer(store.token())
                .json(values)
                .send()
                .expect(200);
    }

    private void order(TestStore store, String what) throws IOException {
        shop.http()
                .request("POST", "localhost", "/api/platform/v1/stores/" + store.id() + what)
                .bearer(shop.operatorToken())
                .send()
                .expect(200);
    }

    private void run(TestStore store, String sql) throws SQLException {
        shop.databases().run(shop.databases().of(store.id()), sql);
    }

    private void unnoticed(TestStore store, String sql) throws SQLException {
        run(
                store,
                "ALTER TABLE products DISABLE TRIGGER touch_catalog;" + sql
                        + ";ALTER TABLE products ENABLE TRIGGER touch_catalog");
    }
}
