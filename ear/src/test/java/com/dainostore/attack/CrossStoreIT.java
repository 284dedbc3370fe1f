package com.dainostore.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.attack.Route.Kind;
import com.dainostore.testing.Eventually;
import com.dainostore.testing.Form;
import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every way from one store to another that we could think of, tried on every route that the archive declares. No answer
 * to a request for store A may hold a word of store B.
 */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrossStoreIT {
    private static final String STORE_ID = "X-Store-ID";
    private static final List<String> QUERIES = List.of(
            "cursor", "variant", "id", "store", "storeId", "store_id", "tenant", "handle", "product", "q", "host");

    /** Without a cart they lead to where one is filled. */
    private static final Set<String> ON_THE_WAY =
            Set.of("/checkout", "/checkout/delivery", "/checkout/review", "POST /cart");

    private static final Set<String> NOT_FOUND = Set.of(
            "/{anything}",
            "/failure",
            "/error-answer",
            "/assets/{rest}",
            "/internal/tls-allowed",
            "/api/platform/v1/tokens/{id}",
            // Nobody asks DNS here: what is to be looked at was never claimed.
            "/api/admin/v1/domains/{domain}/verify",
            "/api/platform/v1/stores/{id}/domains/{domain}/verify");
    /** Who gets everybody's names and addresses at once may do all with orders. */
    private static final Set<String> NEEDS_MORE_THAN_READING = Set.of("/api/admin/v1/orders/export");

    private static final Set<Kind> PLATFORM = Set.of(Kind.PLATFORM_API, Kind.PLATFORM_PAGE);

    private final RunningShop shop;
    private final Http http;
    private RouteTable routes = new RouteTable();
    private String operator = "";
    private TestStore a;
    private TestStore b;
    private String cursorOfB = "";

    CrossStoreIT(RunningShop shop) {
        this.shop = shop;
        this.http = shop.http();
    }

    @BeforeAll
    void twoStores() throws IOException {
        routes = RouteTable.of(SharedServer.target().resolve("dainostore.ear"));
        operator = shop.operatorToken();
        a = TestStore.create(shop, "anemone");
        b = TestStore.create(shop, "begonia");
        b.add("second-of-b").expect(201);
        cursorOfB = b.get("/api/v1/products?limit=1").send().expect(200).json().getString("nextCursor");
    }

    @Test
    @Order(1)
    void everyRouteIsReachedByThoseItIsFor() throws IOException {
        TestStore emptied = TestStore.create(shop, "emptied");
        TestStore deleted = TestStore.create(shop, "deleted");
        everywhere("reached", route -> true, (route, soft) -> {
            TestStore store = route.kind() == Kind.PLATFORM_API ? deleted : emptied;
            Http.Request request =
                    request(route, hostFor(route, store), route.path(name -> own(route, name, store)) + grace(route));
            Http.Answer answer = authorized(request, route, store).send();
            Set<Integer> expected = NOT_FOUND.contains(route.template())
                    ? Set.of(404)
                    : route.isApi() ? Set.of(200, 201, 202, 204, 422) : Set.of(isOnTheWay(route) ? 303 : 200);
            // What can be asked of an import depends on how far it is.
            boolean busy = answer.status() == 409 && route.template().startsWith("/api/admin/v1/imports/{id}/");
            if (route.kind() != Kind.CONSOLE && !busy) {
                soft.assertThat(expected).as("%s answers %s", route, answer).contains(answer.status());
            }
        });
    }

    @Test
    @Order(2)
    void hostAgainstStoreIdIsMisdirected() {
        everywhere("host against X-Store-ID", Route::isStoreApi, (route, soft) -> {
            Http.Answer answer = forA(route).header(STORE_ID, b.id()).send();
            expect(soft, route, answer, 421);
            Http.Answer withToken =
                    authorized(forA(route), route, a).header(STORE_ID, b.id()).send();
            expect(soft, route, withToken, 421);
        });
    }

    @Test
    @Order(2)
    void pagesDoNotKnowTheStoreIdHeader() {
        everywhere("X-Store-ID on a page", route -> !route.isApi(), (route, soft) -> {
            Http.Answer answer = forA(route).header(STORE_ID, b.id()).send();
            expectNothingOfB(soft, route, answer);
            Http.Answer platform = request(route, "localhost", pathInA(route))
                    .header(STORE_ID, b.id())
                    .send();
            expectNothingOfB(soft, route, platform);
        });
    }

    @Test
    @Order(2)
    void malformedStoreIdsAreRefused() {
        List<String> malformed = List.of(
                "",
                " ",
                a.id() + "," + b.id(),
                a.id() + ", " + a.id(),
                a.id() + " " + b.id(),
                a.id() + ";" + b.id(),
                "../" + b.id(),
                "\"" + b.id() + "\"",
                b.id() + "%00",
                "x".repeat(65));
        everywhere("malformed X-Store-ID", Route::isApi, (route, soft) -> {
            for (String value : malformed) {
                for (String host : List.of(a.host(), "localhost")) {
                    Http.Answer answer = authorized(request(route, host, pathInA(route)), route, a)
                            .header(STORE_ID, value)
                            .send();
                    expect(soft, route, answer, 400);
                }
            }
        });
    }

    @Test
    @Order(2)
    void doubledStoreIdsAreRefused() {
        everywhere("doubled X-Store-ID", Route::isApi, (route, soft) -> {
            for (String second : List.of(a.id(), b.id(), "")) {
                for (String host : List.of(a.host(), "localhost")) {
                    Http.Answer answer = authorized(request(route, host, pathInA(route)), route, a)
                            .header(STORE_ID, a.id())
                            .header("x-store-id", second)
                            .send();
                    expect(soft, route, answer, 400);
                }
            }
        });
    }

    @Test
    @Order(2)
    void anUnknownStoreIdFindsNothing() {
        everywhere("unknown X-Store-ID", Route::isStoreApi, (route, soft) -> {
            for (String id : List.of("store_00000000000000000000", "0", b.id().toUpperCase(Locale.ROOT))) {
                Http.Answer answer = request(route, "localhost", pathInA(route))
                        .header(STORE_ID, id)
                        .send();
                expect(soft, route, answer, 404);
            }
        });
    }

    @Test
    @Order(2)
    void theStoreApiNeedsAStore() {
        everywhere("no store", Route::isStoreApi, (route, soft) -> {
            Http.Answer answer = authorized(request(route, "localhost", pathInA(route)), route, a)
                    .send();
            expect(soft, route, answer, 404, 403);
        });
    }

    @Test
    @Order(2)
    void theCredentialOfAnotherStoreIsRefusedAndLogged() {
        String line = "cross-store refusal: store " + a.id() + ", claimed " + b.id();
        int before = count(line);
        int[] sent = {0};
        everywhere("another store's token", route -> route.kind() != Kind.PROBE, (route, soft) -> {
            if (PLATFORM.contains(route.kind())) {
                expect(soft, route, forA(route).bearer(b.token()).send(), 404);
                return;
            }
            Http.Answer answer = forA(route).bearer(b.token()).send();
            if (route.kind() == Kind.CONSOLE) {
                expect(soft, route, answer, 403, 404);
                return;
            }
            expect(soft, route, answer, 403);
            sent[0]++;
            if (route.isStoreApi()) {
                Http.Answer byHeader = request(route, "localhost", pathInA(route))
                        .header(STORE_ID, a.id())
                        .bearer(b.token())
                        .send();
                expect(soft, route, byHeader, 403);
                sent[0]++;
            }
        });
        Eventually.holds(Duration.ofSeconds(10), "every refusal is logged", () -> count(line) >= before + sent[0]);
    }

    @Test
    @Order(2)
    void aTokenCannotBeRelabelled() {
        String forged = b.token().replace(suffix(b.token()), suffix(a.token()));
        assertThat(forged).isNotEqualTo(b.token());
        everywhere("a relabelled token", Route::isStoreApi, (route, soft) -> {
            expect(soft, route, forA(route).bearer(forged).send(), 401);
            for (String header : List.of("Bearer", "Bearer ", "Basic eDp5", "Bearer x y", b.token())) {
                expect(soft, route, forA(route).header("Authorization", header).send(), 401);
            }
            expect(soft, route, forA(route).bearer(a.token()).bearer(b.token()).send(), 400, 403);
        });
    }

    @Test
    @Order(2)
    void anOperatorsTokenOpensNoStore() {
        everywhere("an operator's token at a store", Route::isStoreApi, (route, soft) -> {
            expect(soft, route, forA(route).bearer(operator).send(), 403);
            Http.Answer byHeader = request(route, "localhost", pathInA(route))
                    .header(STORE_ID, a.id())
                    .bearer(operator)
                    .send();
            expect(soft, route, byHeader, 403);
        });
    }

    @Test
    @Order(2)
    void theStaffOfAStoreIsNobodyOnThePlatform() {
        everywhere("a staff token on the platform", route -> route.kind() == Kind.PLATFORM_API, (route, soft) -> {
            Http.Answer answer = request(route, "localhost", pathInB(route))
                    .bearer(a.token())
                    .send();
            expect(soft, route, answer, 401, 403);
        });
        assertThat(b.isUntouched()).isTrue();
    }

    @Test
    @Order(2)
    void aTokenForReadingChangesNothing() throws IOException {
        String operatorReads = shop.operatorToken("platform:read");
        String staffReads = a.token("products:read", "orders:read", "team:read", "settings:read", "analytics:read");
        everywhere("a token for reading", this::needsToken, (route, soft) -> {
            String reader = route.kind() == Kind.STAFF_API ? staffReads : operatorReads;
            Http.Request request = request(route, hostFor(route, a), pathInA(route));
            Http.Answer answer = request.bearer(reader).send();
            boolean reads = route.method().equals("GET") && !NEEDS_MORE_THAN_READING.contains(route.template());
            int expected = reads && !NOT_FOUND.contains(route.template()) ? 200 : 403;
            soft.assertThat(answer.status()).as(route.toString()).isEqualTo(expected);
        });
        assertThat(a.isUntouched()).isTrue();
    }

    @Test
    @Order(2)
    void nobodyGetsInWithoutAToken() {
        everywhere("no token", Route::isApi, (route, soft) -> {
            Http.Answer answer =
                    request(route, hostFor(route, a), pathInA(route)).send();
            boolean open = route.isSignIn() || route.kind() == Kind.SHOP_API;
            expect(soft, route, answer, open ? new int[] {200, 201, 422} : new int[] {401});
        });
    }

    @Test
    @Order(2)
    void thePlatformIsNotAtTheHostsOfStores() {
        everywhere("platform at a store", route -> PLATFORM.contains(route.kind()), (route, soft) -> {
            expect(soft, route, forA(route).send(), 404);
            expect(soft, route, forA(route).bearer(operator).send(), 404);
            if (!route.isApi()) {
                return;
            }
            Http.Answer byHeader = request(route, "localhost", pathInA(route))
                    .header(STORE_ID, a.id())
                    .bearer(operator)
                    .send();
            expect(soft, route, byHeader, 400);
        });
    }

    @Test
    @Order(3)
    void theIdsOfAnotherStoreLeadNowhereInAPath() {
        everywhere("another store's id in the path", Predicate.not(Route::isSignIn), (route, soft) -> {
            if (route.parameters().isEmpty() || route.kind() == Kind.PLATFORM_API) {
                return;
            }
            for (String foreign : List.of(
                    b.product(),
                    b.productHandle(),
                    b.variant(),
                    b.id(),
                    b.handle(),
                    b.operation(),
                    b.colleague(),
                    b.role(),
                    b.spareToken(),
                    b.file(),
                    b.picture(),
                    b.imported(),
                    b.rate(),
                    b.cart(),
                    b.line(),
                    b.order(),
                    b.secret(),
                    b.spareOrder(),
                    "second-of-b")) {
                Http.Request request = http.request(route.method(), a.host(), route.path(name -> foreign));
                if (route.hasBody()) {
                    request.body(
                            "application/json",
                            "{\"role\":\"staff\",\"name\":\"Stolen\",\"permissions\":{},\"text\":\"Stolen\",\"quantity\":1,"
                                    + "\"variant\":\"%s\",\"amount\":{\"amount\":1,\"currency\":\"EUR\"},"
                                            .formatted(a.variant())
                                    + "\"email\":\"a@example.com\",\"address\":{\"name\":\"A\",\"line1\":\"B\",\"city\":\"C\",\"country\":\"AT\"},"
                                    + TestStore.product("stolen", a.canary(), Optional.empty())
                                            .substring(1));
                }
                expect(soft, route, foreign, authorized(request, route, a).send(), 404);
            }
        });
        assertThat(b.isUntouched()).isTrue();
    }

    @Test
    @Order(3)
    void theIdsOfAnotherStoreLeadNowhereInAQuery() {
        everywhere("another store's id in the query", route -> route.kind() != Kind.PLATFORM_API, (route, soft) -> {
            Set<String> names = new TreeSet<>(QUERIES);
            names.addAll(route.queries());
            for (String name : names) {
                for (String foreign : List.of(b.id(), b.product(), b.variant(), cursorOfB, b.productHandle())) {
                    String path = pathInA(route) + "?" + name + "=" + foreign;
                    if (!route.method().equals("DELETE")) {
                        Http.Answer answer = authorized(request(route, a.host(), path), route, a)
                                .send();
                        expectNothingOfB(soft, route, answer);
                    }
                }
            }
        });
        assertThat(b.isUntouched()).isTrue();
    }

    @Test
    @Order(3)
    void theIdsOfAnotherStoreLeadNowhereInABody() {
        everywhere("another store's id in the body", Route::hasBody, (route, soft) -> {
            if (!route.isStoreApi() || route.isCommand() || isUpload(route)) {
                return;
            }
            Http.Answer stolen = authorized(http.request(route.method(), a.host(), pathInA(route)), route, a)
                    .body("application/json", stolen(route))
                    .send();
            expect(soft, route, stolen, takesNoIds(route) ? 200 : 422);
            String handle = route.method().equals("PUT") ? a.productHandle() : "of-a";
            String wide = "{\"id\":\"%s\",\"store\":\"%s\",\"store_id\":\"%s\",\"storeId\":\"%s\",\"product\":\"%s\","
                            .formatted(b.product(), b.id(), b.id(), b.id(), b.product())
                    + TestStore.product(handle, a.canary(), Optional.empty()).substring(1);
            Http.Answer named = authorized(http.request(route.method(), a.host(), pathInA(route)), route, a)
                    .body("application/json", wide)
                    .send();
            expectNothingOfB(soft, route, named);
        });
        assertThat(b.isUntouched()).isTrue();
        assertThat(b.get("/api/v1/products").send().text()).doesNotContain(a.canary());
    }

    /** What names something of the other store in a body. */
    private String stolen(Route route) {
        String variant = "{\"variant\":\"%s\",\"quantity\":1,\"by\":1}".formatted(b.variant());
        if (route.template().equals("/api/v1/carts/{token}/lines")) {
            return variant;
        }
        if (route.template().equals("/api/v1/carts") || route.template().equals("/api/admin/v1/inventory")) {
            return "{\"lines\":[%s],\"adjustments\":[%s]}".formatted(variant, variant);
        }
        return route.template().startsWith("/api/admin/v1/collections")
                ? "{\"title\":\"Stolen\",\"products\":[{\"id\":\"%s\"}]}".formatted(b.product())
                : TestStore.product("in-a-by-body", a.canary(), Optional.of(b.variant()));
    }

    /** Whether nothing that a body of this route can say is the id of anything. */
    private static boolean takesNoIds(Route route) {
        return route.method().equals("PUT") && route.template().equals("/api/admin/v1/domains/{domain}");
    }

    @Test
    @Order(3)
    void thePasswordOfAnotherStoreOpensNothing() {
        Http.Answer answer = http.request("POST", a.host(), "/api/admin/v1/tokens")
                .json(Map.of(
                        "email", "owner-" + b.canary() + "@example.com", "password", "correct horse battery staple"))
                .send();
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    @Order(3)
    void hostsAreReadAsDnsReadsThemAndInNoOtherWay() {
        String port = ":" + shop.port();
        Map<String, Integer> hosts = new LinkedHashMap<>();
        hosts.put(a.host(), 200);
        hosts.put(a.host().toUpperCase(Locale.ROOT) + "." + port, 200);
        hosts.put(a.host() + "." + port, 200);
        hosts.put(a.host() + ":1", 200);
        hosts.put("evil." + a.host() + port, 404);
        hosts.put(a.handle() + ".evil.localhost" + port, 404);
        hosts.put(a.host() + ".evil.com" + port, 404);
        hosts.put("x" + a.host() + port, 404);
        hosts.put(a.handle() + port, 404);
        hosts.put(a.handle() + "localhost" + port, 404);
        hosts.put("xn--" + a.host() + port, 404);
        hosts.put("unknown.localhost" + port, 404);
        hosts.put("127.0.0.2" + port, 404);
        hosts.put("[::1]" + port, 404);
        hosts.put("." + a.host() + port, 400);
        hosts.put(a.host() + ".." + port, 400);
        hosts.put("*.localhost" + port, 400);
        hosts.put(a.host() + ":99999", 400);
        hosts.put("user@" + a.host() + port, 400);
        hosts.put(b.host() + "@" + a.host() + port, 400);
        hosts.put(a.host() + "," + b.host(), 400);
        hosts.put(a.host() + " " + b.host(), 400);
        hosts.put(a.host() + "/" + b.host(), 400);
        hosts.put(a.host() + "#" + b.host(), 400);
        hosts.put(a.host() + "%00", 400);
        everywhere(
                "Host tricks",
                this::readsOnly,
                (route, soft) -> hosts.forEach((host, status) -> {
                    Http.Answer answer = authorized(line(route).header("Host", host), route, a)
                            .send();
                    if (status == 200) {
                        expect(soft, route, host, answer, foundAtStores(route));
                    } else if (route.kind() == Kind.PROBE) {
                        expectNothingOfB(soft, route, answer);
                    } else {
                        expect(soft, route, host, answer, status);
                    }
                }));
    }

    @Test
    @Order(3)
    void aRequestHasOneHost() {
        everywhere("doubled or missing Host", route -> route.kind() != Kind.PROBE, (route, soft) -> {
            expect(soft, route, line(route).send(), 400);
            // What the connector cannot read it answers by itself, with nothing.
            for (String unreadable : List.of("", ":" + shop.port(), a.host() + ":x", "http://" + a.host())) {
                Http.Answer answer = line(route).header("Host", unreadable).send();
                soft.assertThat(answer.body()).as("%s at %s", route, unreadable).isEmpty();
            }
            for (String second : List.of(a.host(), b.host(), "localhost", "")) {
                Http.Answer answer = line(route)
                        .header("Host", a.host())
                        .header("Host", second)
                        .send();
                expect(soft, route, "Host twice, second " + second, answer, 400);
            }
        });
    }

    @Test
    @Order(3)
    void forwardingHeadersOfStrangersCountForNothing() {
        everywhere("X-Forwarded-Host of a stranger", this::readsOnly, (route, soft) -> {
            Http.Answer answer = authorized(forA(route), route, a)
                    .header("X-Forwarded-Host", b.host())
                    .header("X-Forwarded-For", "127.0.0.1")
                    .header("X-Forwarded-Server", b.host())
                    .header("X-Host", b.host())
                    .header("X-Original-Host", b.host())
                    .header("X-Original-URL", "/api/platform/v1/stores")
                    .header("X-Rewrite-URL", "/api/platform/v1/stores")
                    .header("X-HTTP-Method-Override", "DELETE")
                    .header("Forwarded", "for=127.0.0.1;host=" + b.host())
                    .send();
            expect(soft, route, answer, foundAtStores(route));
        });
        assertThat(b.isUntouched()).isTrue();
    }

    @Test
    @Order(3)
    void aRequestForAnAbsoluteAddressIsForThatHostAlone() {
        everywhere("absolute target against Host", this::readsOnly, (route, soft) -> {
            for (String target :
                    List.of("http://" + b.host() + ":" + shop.port(), "http://" + b.host(), "HTTP://x@" + b.host())) {
                Http.Request request = http.raw(route.method() + " " + target + pathInA(route) + " HTTP/1.1")
                        .header("Host", a.host());
                Http.Answer answer = authorized(request, route, a).send();
                // RFC 9112, 3.2.2: the target counts and the header does not; never a part of each.
                soft.assertThat(answer.text()).as("%s at %s", route, target).doesNotContain(a.canary());
                if (needsToken(route)) {
                    soft.assertThat(answer.status())
                            .as("%s at %s", route, target)
                            .isIn(400, 403, 404);
                }
            }
        });
    }

    /** The connector answers some malformed addresses itself, before any filter: with nothing, and 200. */
    private static boolean isFromTheConnector(Http.Answer answer) {
        return answer.text().isEmpty() && answer.header("X-Request-ID").isEmpty();
    }

    @Test
    @Order(3)
    void pathsAreReadInOneWayOnly() {
        everywhere("path tricks", route -> true, (route, soft) -> {
            String path = pathInA(route);
            for (String trick : List.of(
                    "/%2e%2e" + path,
                    "/..;" + path,
                    "/x/.." + path,
                    "/." + path,
                    "/" + path,
                    path.replaceFirst("^/", "/%2f"),
                    path.replaceFirst("^/", "/;x=1/"),
                    path + ";x=1",
                    path + "/%2e%2e",
                    path + "/..",
                    path + "//",
                    path + "%00",
                    path + "%5c",
                    path + "%2f",
                    path + "%252e",
                    path + "%c0%ae",
                    "/api/v1/%2e%2e" + path,
                    "/api/v1/.." + path,
                    "/products/..;" + path,
                    "/health/live/.." + path,
                    "/health/live;" + path,
                    "/WEB-INF/web.xml",
                    "/META-INF/MANIFEST.MF")) {
                Http.Answer answer =
                        authorized(request(route, a.host(), trick), route, a).send();
                if (!isFromTheConnector(answer)) {
                    soft.assertThat(answer.status())
                            .as("%s as %s", route, trick)
                            .isBetween(400, 499);
                }
                expectNothingOfB(soft, route, answer);
            }
            // The server takes this off before anything of ours sees it; there must be nothing that it could mean.
            if (readsOnly(route)) {
                Http.Answer answer = authorized(request(route, a.host(), path + ";jsessionid=1"), route, a)
                        .header("Cookie", "JSESSIONID=1")
                        .send();
                expect(soft, route, answer, foundAtStores(route));
                soft.assertThat(answer.headers("set-cookie"))
                        .as(route.toString())
                        .isEmpty();
            }
        });
        assertThat(a.isUntouched()).isTrue();
    }

    @Test
    @Order(3)
    void unknownHostsFindNothingAndCostNoQuery() throws SQLException {
        everywhere("unknown host", route -> route.kind() != Kind.PROBE, (route, soft) -> {
            Http.Answer answer = authorized(request(route, "nobody.example", pathInA(route)), route, a)
                    .send();
            expect(soft, route, answer, 404);
        });
        int requests = 400;
        long start = System.nanoTime();
        long idle = commitsDuring(() -> {});
        double background = (double) idle / (System.nanoTime() - start);
        start = System.nanoTime();
        long unknown = commitsDuring(() -> {
            for (int i = 0; i < requests; i++) {
                http.get("h" + i + ".localhost", "/").send().expect(404);
            }
        });
        double anyway = background * (System.nanoTime() - start);
        long known = commitsDuring(() -> {
            for (int i = 0; i < requests; i++) {
                http.get("localhost", "/api/platform/v1/operations/" + a.operation())
                        .bearer(operator)
                        .send()
                        .expect(200);
            }
        });
        assertThat(known).as("the count sees queries").isGreaterThanOrEqualTo(requests);
        assertThat((double) unknown).as("what runs in the background anyway").isLessThan(anyway * 1.5 + requests / 4.0);
    }

    @Test
    @Order(4)
    void everyRouteWasAttackedInEveryWayThatIsForItsKind() {
        System.out.println(routes.coverage());
        Map<Kind, Set<String>> ways = new EnumMap<>(Kind.class);
        Set<String> store = Set.of(
                "reached",
                "host against X-Store-ID",
                "malformed X-Store-ID",
                "doubled X-Store-ID",
                "unknown X-Store-ID",
                "no store",
                "another store's token",
                "a relabelled token",
                "an operator's token at a store",
                "no token",
                "another store's id in the query",
                "doubled or missing Host",
                "path tricks",
                "unknown host");
        ways.put(Kind.SHOP_API, store);
        ways.put(Kind.STAFF_API, store);
        ways.put(
                Kind.PLATFORM_API,
                Set.of("reached", "a staff token on the platform", "no token", "platform at a store", "path tricks"));
        Set<String> page = Set.of("reached", "X-Store-ID on a page", "another store's token", "path tricks");
        ways.put(Kind.PAGE, page);
        ways.put(Kind.PLATFORM_PAGE, Set.of("reached", "platform at a store", "X-Store-ID on a page", "path tricks"));
        ways.put(Kind.CONSOLE, page);
        ways.put(Kind.PROBE, Set.of("reached", "path tricks"));
        assertThat(routes.all()).isNotEmpty();
        assertThat(routes.all())
                .allSatisfy(route ->
                        assertThat(routes.attacksOn(route)).as(route.toString()).containsAll(ways.get(route.kind())));
    }

    private void everywhere(String how, Predicate<Route> which, BiConsumer<Route, SoftAssertions> attack) {
        SoftAssertions soft = new SoftAssertions();
        // Deletions last: what they delete is needed by the others.
        routes.all().stream()
                .filter(which)
                .sorted(Comparator.comparing(route -> route.method().equals("DELETE")))
                .forEach(route -> {
                    routes.attacked(route, how);
                    attack.accept(route, soft);
                });
        soft.assertAll();
    }

    /** What a proper request for a route gets at the host of a store. */
    private static int foundAtStores(Route route) {
        boolean missing = PLATFORM.contains(route.kind()) || NOT_FOUND.contains(route.template());
        return missing ? 404 : isOnTheWay(route) ? 303 : 200;
    }

    private static boolean isOnTheWay(Route route) {
        return ON_THE_WAY.contains(route.template()) || ON_THE_WAY.contains(route.method() + " " + route.template());
    }

    private boolean needsToken(Route route) {
        return !route.isSignIn() && (route.kind() == Kind.STAFF_API || route.kind() == Kind.PLATFORM_API);
    }

    private boolean readsOnly(Route route) {
        return route.method().equals("GET") && route.kind() != Kind.CONSOLE;
    }

    private Http.Request forA(Route route) {
        return request(route, a.host(), pathInA(route));
    }

    private Http.Request line(Route route) {
        return http.raw(route.method() + " " + pathInA(route) + " HTTP/1.1");
    }

    private Http.Request request(Route route, String host, String path) {
        Http.Request request = http.request(route.method(), host, path);
        if (isUpload(route)) {
            return request.form(new Form().file("a.png", "image/png", TestStore.PIXEL));
        }
        return route.isApi() && route.hasBody() ? request.body("application/json", "{}") : request;
    }

    /** Whether it takes files and no JSON. */
    private static boolean isUpload(Route route) {
        return route.method().equals("POST")
                && Set.of("/api/admin/v1/media", "/api/admin/v1/imports/products")
                        .contains(route.template());
    }

    private Http.Request authorized(Http.Request request, Route route, TestStore store) {
        return switch (route.kind()) {
            case STAFF_API -> request.bearer(store.token());
            case PLATFORM_API -> request.bearer(operator);
            case SHOP_API, CONSOLE, PAGE, PLATFORM_PAGE, PROBE -> request;
        };
    }

    private static String hostFor(Route route, TestStore store) {
        return PLATFORM.contains(route.kind()) ? "localhost" : store.host();
    }

    /** A store that is deleted on the way waits for its end, so that the routes after it still find it. */
    private static String grace(Route route) {
        return route.method().equals("DELETE") && route.template().equals("/api/platform/v1/stores/{id}")
                ? "?graceDays=7"
                : "";
    }

    private String pathInA(Route route) {
        return route.path(name -> own(route, name, a));
    }

    private String pathInB(Route route) {
        return route.path(name -> own(route, name, b));
    }

    /** What stands in the place of a path parameter in a proper request. */
    private static String own(Route route, String name, TestStore store) {
        String place = route.template().substring(0, route.template().indexOf("{" + name));
        return switch (place + name) {
            case "/api/platform/v1/operations/id" -> store.operation();
            case "/api/platform/v1/stores/id" -> store.id();
            case "/api/platform/v1/flags/flag" -> "multiCurrency";
            case "/api/admin/v1/domains/domain", "/api/platform/v1/stores/{id}/domains/domain" ->
                route.template().endsWith("/verify") ? "unclaimed.example.com" : store.domain();
            case "/api/admin/v1/products/id" -> store.product();
            case "/api/admin/v1/collections/id" -> store.collection();
            case "/api/admin/v1/people/id" -> store.colleague();
            case "/api/admin/v1/roles/id" -> store.role();
            case "/api/admin/v1/tokens/id" -> store.spareToken();
            case "/api/platform/v1/operators/id" -> store.operatorInvited();
            case "/api/platform/v1/tokens/id" -> store.spareToken();
            case "/api/admin/v1/media/id" -> store.file();
            case "/api/admin/v1/imports/id" -> store.imported();
            case "/api/admin/v1/mails/id" -> store.mail();
            case "/api/admin/v1/delivery-rates/id" -> store.rate();
            case "/api/admin/v1/orders/id" -> route.template().endsWith("/cancel") ? store.spareOrder() : store.order();
            case "/api/v1/carts/token" -> store.cart();
            case "/api/v1/carts/{token}/lines/line" -> store.line();
            case "/api/v1/orders/secret", "/orders/rest" -> store.secret();
            case "/api/platform/v1/mails/id" -> store.platformMail();
            case "/media/rest" -> store.picture();
            case "/api/v1/products/handle", "/products/rest" -> store.productHandle();
            case "/api/v1/collections/handle", "/collections/rest" -> store.collectionHandle();
            case "/pages/rest" -> "imprint";
            case "/sitemaps/rest" -> "pages.xml";
            case "/anything", "/assets/rest", "/admin/anything", "/admin/rest" -> "nothing-here";
            default ->
                throw new AssertionError(
                        "A new route: say what stands for {" + name + "} in " + route + ", and of another store too");
        };
    }

    private void expect(SoftAssertions soft, Route route, Http.Answer answer, int... statuses) {
        expect(soft, route, "", answer, statuses);
    }

    private void expect(SoftAssertions soft, Route route, String how, Http.Answer answer, int... statuses) {
        soft.assertThat(statuses)
                .as(
                        "%s %s answers %s",
                        route, how, answer.text().lines().findFirst().orElse(""))
                .contains(answer.status());
        expectNothingOfB(soft, route, answer);
    }

    private void expectNothingOfB(SoftAssertions soft, Route route, Http.Answer answer) {
        soft.assertThat(answer.toString()).as("%s", route).doesNotContain(b.canary());
        soft.assertThat(answer.status()).as("%s answers %s", route, answer).isLessThan(500);
    }

    private static String suffix(String token) {
        return token.split("_", 3)[1];
    }

    private int count(String line) {
        return shop.server().log().text().split(line, -1).length - 1;
    }

    /** Transactions of the registry while something is done, with what runs there anyway. */
    private long commitsDuring(Runnable work) throws SQLException {
        long before = commits();
        work.run();
        allFiguresAreWritten();
        return commits() - before;
    }

    /** PostgreSQL writes the figures of a session once a second while it works, and ten seconds after it stopped. */
    private static void allFiguresAreWritten() {
        long end = System.nanoTime() + Duration.ofSeconds(11).toNanos();
        Eventually.holds(Duration.ofSeconds(20), "eleven seconds pass", () -> System.nanoTime() >= end);
    }

    private long commits() throws SQLException {
        return Long.parseLong(shop.databases()
                .list("postgres", "SELECT xact_commit FROM pg_stat_database WHERE datname = 'dainostore_registry'")
                .get(0));
    }
}
