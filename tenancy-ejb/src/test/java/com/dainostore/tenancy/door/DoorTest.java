package com.dainostore.tenancy.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.audit.CrossStoreRefusals;
import com.dainostore.tenancy.audit.CurrentActor;
import com.dainostore.tenancy.identification.Identification;
import com.dainostore.tenancy.identification.TrustedProxies;
import com.dainostore.tenancy.installation.InstallationSettings;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreState;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.BearerTokens;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.CurrentSession;
import com.dainostore.tenancy.security.FixedRole;
import com.dainostore.tenancy.security.OperatorSession;
import com.dainostore.tenancy.security.OperatorSessions;
import com.dainostore.tenancy.security.Person;
import com.dainostore.tenancy.security.StaffSession;
import com.dainostore.tenancy.security.StaffSessions;
import com.dainostore.tenancy.security.TestPeople;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTest {
    private static final Store AURORA = store("aurora", StoreState.ACTIVE);
    private static final Store BASALT = store("basalt", StoreState.ACTIVE);
    private static final Store ASLEEP = store("asleep", StoreState.SUSPENDED);
    private static final String PROXY = "10.0.0.1";
    private static final String STAFF_OF_AURORA = "staff-of-" + AURORA.id();
    private static final String STAFF_OF_BASALT = "staff-of-" + BASALT.id();
    private static final String OPERATOR = "operator";
    private static final String API = "/api/v1/products";

    private final CurrentStore currentStore = new CurrentStore();
    private final CurrentPerson person = TestPeople.nobody();
    private final CurrentSession session = new CurrentSession();
    private final Door door = new Door();
    private final List<String> refusals = new ArrayList<>();
    private final List<LogRecord> logged = new ArrayList<>();
    private final Handler listener = new Listener();
    private final List<String> passed = new ArrayList<>();

    @BeforeEach
    void build() {
        InstallationSettings settings = new InstallationSettings(
                8080,
                Path.of("."),
                "shops.test",
                URI.create("http://shops.test"),
                List.of(PROXY),
                Optional.empty(),
                "operator@localhost",
                Optional.empty(),
                Path.of("master.key"),
                Optional.empty(),
                false);
        door.proxies = new TrustedProxies(settings);
        door.identification = new Identification(settings, new Stores());
        door.currentStore = currentStore;
        door.person = person;
        door.actor = new CurrentActor();
        door.credentials = new Credentials();
        door.credentials.person = person;
        door.credentials.refusals = new CrossStoreRefusals() {
            @Override
            public void record(String client, Optional<StoreId> at, String claimed) {
                refusals.add(client + " " + at.map(StoreId::value).orElse("platform") + " " + claimed);
            }
        };
        door.credentials.tokens = new Tokens();
        door.sessions = new ConsoleSessions();
        door.sessions.person = person;
        door.sessions.current = session;
        door.sessions.operators = new Sessions();
        door.sessions.staff = new SessionsOfStaff();
        Logger.getLogger(Passage.class.getName()).addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger(Passage.class.getName()).removeHandler(listener);
    }

    @Test
    void aRequestEntersItsStore() {
        Exchange exchange = send(new Exchange("aurora.shops.test", "/products"));
        assertThat(passed).containsExactly("/products");
        assertThat(currentStore.require()).isEqualTo(AURORA);
        assertThat(exchange.status).isEqualTo(200);
        assertThat(exchange.answer("X-Request-ID")).hasSize(16);
        assertThat(exchange.answer("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(exchange.answer("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(exchange.answer("Strict-Transport-Security")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "nobody.shops.test, /products, 404",
        "nobody.shops.test, /api/v1/products, 404",
        "asleep.shops.test, /products, 503",
        "asleep.shops.test, /api/v1/products, 503",
        "aurora.shops.test, /api/platform/v1/stores, 404",
        "aurora.shops.test, /openapi, 404",
        "aurora.shops.test, /metrics, 404",
        "aurora.shops.test, /admin/operator/stores, 404",
        "shops.test, /admin/merchant/products, 404",
        "shops.test, /api/v1/products, 404",
        "shops.test, /api/admin/v1/products, 404",
        "aurora@shops.test, /, 400",
        "aurora.shops.test, //api/v1, 400",
        "aurora.shops.test, /api/%2e%2e/x, 400",
    })
    void whoIsForNobodyGetsNoFurther(String host, String path, int status) {
        Exchange exchange = send(new Exchange(host, path));
        assertThat(passed).isEmpty();
        assertThat(exchange.status).isEqualTo(status);
        assertThat(exchange.answer("Cache-Control")).contains("no-store");
        assertThat(exchange.answer("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(exchange.body()).doesNotContain("asleep").contains(exchange.answer("X-Request-ID"));
        assertThat(currentStore.get()).isIn(Optional.empty(), Optional.of(AURORA));
    }

    @Test
    void aSuspendedStoreSaysWhenToComeBack() {
        assertThat(Integer.parseInt(send(new Exchange("asleep.shops.test", "/")).answer("Retry-After")))
                .isPositive();
    }

    @Test
    void programsGetProblemsAndPeoplePages() {
        Exchange program = send(new Exchange("nobody.shops.test", API));
        assertThat(program.answer("Content-Type")).isEqualTo("application/problem+json");
        assertThat(program.body()).contains("\"type\":\"urn:dainostore:problem:unknown-store\"", "\"status\":404");
        Exchange browser = send(new Exchange("nobody.shops.test", "/"));
        assertThat(browser.answer("Content-Type")).startsWith("text/html");
        assertThat(browser.body()).contains("<h1>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready"})
    void probesPassOnAnyHost(String path) {
        send(new Exchange("10.1.2.3:8080", path));
        send(new Exchange("a@b", path));
        Exchange without = new Exchange("", path);
        without.sent.clear();
        send(without);
        assertThat(passed).hasSize(3);
        assertThat(currentStore.get()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "get", "FOO"})
    void otherMethodsAreRefused(String method) {
        Exchange exchange = send(new Exchange("aurora.shops.test", API).method(method));
        assertThat(exchange.status).isEqualTo(405);
        assertThat(exchange.answer("Allow")).contains("GET").doesNotContain("TRACE");
        assertThat(passed).isEmpty();
    }

    @Test
    void aPathThatTheContainerReadsOtherwiseIsRefused() {
        Exchange exchange = new Exchange("aurora.shops.test", "/products/api");
        exchange.dispatched = "/api/platform/v1/stores";
        assertThat(send(exchange).status).isEqualTo(400);
        assertThat(passed).isEmpty();
    }

    @Test
    void hostAndHeaderMustAgree() {
        assertThat(send(new Exchange("aurora.shops.test", API)
                                .with("X-Store-ID", AURORA.id().value()))
                        .status)
                .isEqualTo(200);
        Exchange conflict = send(new Exchange("aurora.shops.test", API)
                .with("X-Store-ID", BASALT.id().value()));
        assertThat(conflict.status).isEqualTo(421);
        assertThat(conflict.body())
                .contains("conflicting-store")
                .doesNotContain(BASALT.id().value());
    }

    @Test
    void whatTheHeaderChoseIsNeverKeptByAnybody() {
        Exchange exchange =
                new Exchange("shops.test", API).with("X-Store-ID", AURORA.id().value());
        run(exchange, (request, response) -> {
            ((HttpServletResponse) response).setHeader("Cache-Control", "public, max-age=60");
            ((HttpServletResponse) response).setHeader("Vary", "Accept");
        });
        assertThat(currentStore.require()).isEqualTo(AURORA);
        assertThat(exchange.answer("Cache-Control")).isEqualTo("private, no-store");
        assertThat(exchange.answer("Vary")).contains("X-Store-ID", "Accept");
        Exchange failed =
                new Exchange("shops.test", API).with("X-Store-ID", AURORA.id().value());
        run(failed, (request, response) -> {
            throw new ValidationException("x", "No");
        });
        assertThat(failed.answer("Cache-Control")).isEqualTo("private, no-store");
        assertThat(failed.answer("Vary")).contains("X-Store-ID");
    }

    @Test
    void cookiesOfThePlatformSayNothingToAStore() {
        Exchange exchange = new Exchange("shops.test", API)
                .with("X-Store-ID", AURORA.id().value())
                .with("Cookie", "dainostore-x=1");
        run(exchange, (incoming, response) -> {
            HttpServletRequest request = (HttpServletRequest) incoming;
            assertThat(request.getCookies()).isNull();
            assertThat(request.getHeader("cookie")).isNull();
            assertThat(request.getHeaders("Cookie").hasMoreElements()).isFalse();
            assertThat(request.getSession(false)).isNull();
            assertThatThrownBy(request::getSession).isInstanceOf(IllegalStateException.class);
        });
        assertThat(exchange.status).isEqualTo(200);
    }

    @Test
    void withTheHeaderOnlyReadingIsAnonymous() {
        assertThat(byHeader("POST", API).status).isEqualTo(401);
        assertThat(byHeader("POST", "/api/admin/v1/tokens").status).isEqualTo(200);
        assertThat(byHeader("GET", API).status).isEqualTo(200);
    }

    @Test
    void aCredentialOfAnotherStoreIsRefusedAndLoggedOnce() {
        for (String path : List.of(API, "/api/admin/v1/products", "/products", "/")) {
            logged.clear();
            Exchange exchange =
                    send(new Exchange("aurora.shops.test", path).with("Authorization", "Bearer " + STAFF_OF_BASALT));
            assertThat(exchange.status).isEqualTo(403);
            assertThat(logged).hasSize(1);
            assertThat(logged.get(0).getLevel()).isEqualTo(Level.WARNING);
            assertThat(logged.get(0).getMessage())
                    .contains(
                            "cross-store refusal",
                            AURORA.id().value(),
                            BASALT.id().value(),
                            "203.0.113.9");
        }
        assertThat(passed).isEmpty();
        assertThat(person.get()).isInstanceOf(Person.Anonymous.class);
    }

    @Test
    void credentialsOfThePlatformAndOfStoresDoNotMix() {
        assertThat(bearer("aurora.shops.test", API, OPERATOR).body()).contains("cross-store");
        assertThat(bearer("shops.test", "/api/platform/v1/stores", STAFF_OF_AURORA)
                        .body())
                .contains("cross-store");
        Exchange other = new Exchange("shops.test", API)
                .with("X-Store-ID", AURORA.id().value())
                .with("Authorization", "Bearer " + STAFF_OF_BASALT);
        assertThat(send(other).status).isEqualTo(403);
        assertThat(passed).isEmpty();
    }

    @Test
    void theRightCredentialLetsThePersonIn() {
        assertThat(bearer("aurora.shops.test", "/api/admin/v1/products", STAFF_OF_AURORA).status)
                .isEqualTo(200);
        assertThat(person.get()).isInstanceOfSatisfying(Person.Staff.class, staff -> assertThat(staff.store())
                .isEqualTo(AURORA.id()));
        assertThat(person.address()).isEqualTo("203.0.113.9");
    }

    @Test
    void pagesKnowNobodyByTheirToken() {
        assertThat(bearer("aurora.shops.test", "/account", STAFF_OF_AURORA).status)
                .isEqualTo(200);
        assertThat(person.get()).isInstanceOf(Person.Anonymous.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer a b", "Basic eDp5", "nonsense", "", "Bearer unknown-token"})
    void whatIsNoValidTokenIsUnauthenticated(String value) {
        Exchange exchange = send(new Exchange("aurora.shops.test", API).with("Authorization", value));
        assertThat(exchange.status).isEqualTo(401);
        assertThat(exchange.answer("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(passed).isEmpty();
    }

    @Test
    void twoCredentialsAreOneTooMany() {
        Exchange exchange = new Exchange("aurora.shops.test", API)
                .with("Authorization", "Bearer " + STAFF_OF_AURORA)
                .with("Authorization", "Bearer " + STAFF_OF_AURORA);
        assertThat(send(exchange).status).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "http://aurora.shops.test | - | 200",
                "http://aurora.shops.test:80 | same-origin | 200",
                "- | same-origin | 200",
                "- | - | 403",
                "null | - | 403",
                "https://aurora.shops.test | - | 403",
                "http://basalt.shops.test | - | 403",
                "http://basalt.shops.test | same-origin | 403",
                "http://aurora.shops.test | same-site | 403",
                "- | same-site | 403",
                "- | cross-site | 403",
                "- | none | 403",
            },
            delimiter = '|')
    void withCookiesAnUnsafeRequestComesFromItsOwnOrigin(String origin, String site, int status) {
        for (String path : List.of("/cart", "/api/v1/carts")) {
            Exchange exchange =
                    new Exchange("aurora.shops.test", path).method("POST").with("Cookie", "dainostore-x=1");
            if (!origin.equals("-")) {
                exchange.with("Origin", origin);
            }
            if (!site.equals("-")) {
                exchange.with("Sec-Fetch-Site", site);
            }
            assertThat(send(exchange).status).as(path).isEqualTo(status);
        }
    }

    @Test
    void programsWithoutCookiesNeedNoOrigin() {
        assertThat(send(new Exchange("aurora.shops.test", "/api/v1/carts").method("POST")).status)
                .isEqualTo(200);
        assertThat(send(new Exchange("aurora.shops.test", "/cart")
                                .method("POST")
                                .with("Origin", "http://evil.example"))
                        .status)
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "shops.test, /admin/, http, dainostore-operator=a-session, true",
        "shops.test, /admin/operator/stores, http, dainostore-operator=a-session, true",
        "shops.test, /admin/operator/stores, https, __Host-dainostore-operator=a-session, true",
        "shops.test, /admin/operator/stores, https, dainostore-operator=a-session, false",
        "shops.test, /admin/operator/stores, http, __Host-dainostore-operator=a-session, false",
        "shops.test, /admin/operator/stores, http, dainostore-operator=another, false",
        "shops.test, /administrator, http, dainostore-operator=a-session, false",
        "shops.test, /api/platform/v1/stores, http, dainostore-operator=a-session, false",
        "aurora.shops.test, /admin/, http, dainostore-operator=a-session, false",
    })
    void theCookieOfASessionCountsInTheConsoleOfThePlatformsHostOnly(
            String host, String path, String scheme, String cookie, boolean known) {
        Exchange exchange = new Exchange(host, path).with("Cookie", cookie).with("X-Forwarded-Proto", scheme);
        exchange.remoteAddress = PROXY;
        send(exchange);
        assertThat(passed).containsExactly(path);
        assertThat(session.get().isPresent()).isEqualTo(known);
        assertThat(person.get() instanceof Person.Operator).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({
        "aurora.shops.test, /admin/, http, dainostore-staff=a-session, true",
        "aurora.shops.test, /admin/merchant/home, https, __Host-dainostore-staff=a-session, true",
        "aurora.shops.test, /admin/merchant/home, https, dainostore-staff=a-session, false",
        "aurora.shops.test, /admin/merchant/home, http, dainostore-operator=a-session, false",
        "basalt.shops.test, /admin/merchant/home, http, dainostore-staff=a-session, false",
        "shops.test, /admin/, http, dainostore-staff=a-session, false",
        "aurora.shops.test, /, http, dainostore-staff=a-session, false",
        "aurora.shops.test, /api/admin/v1/products, http, dainostore-staff=a-session, false",
    })
    void theCookieOfStaffCountsInTheConsoleOfTheirStoreOnly(
            String host, String path, String scheme, String cookie, boolean known) {
        Exchange exchange = new Exchange(host, path).with("Cookie", cookie).with("X-Forwarded-Proto", scheme);
        exchange.remoteAddress = PROXY;
        send(exchange);
        assertThat(passed).containsExactly(path);
        assertThat(session.get().isPresent()).isEqualTo(known);
        assertThat(person.get() instanceof Person.Staff).isEqualTo(known);
    }

    @Test
    void aCookieOfOursArrivesOnce() {
        assertThat(send(new Exchange("aurora.shops.test", "/").with("Cookie", "dainostore-a=1; dainostore-a=2")).status)
                .isEqualTo(400);
        assertThat(send(new Exchange("aurora.shops.test", "/").with("Cookie", "_ga=1; _ga=2")).status)
                .isEqualTo(200);
    }

    @Test
    void onlyATrustedProxyNamesHostProtocolAndRequest() {
        Exchange stranger = forwarded("203.0.113.9");
        assertThat(send(stranger).status).isEqualTo(404);
        assertThat(stranger.answer("X-Request-ID")).isNotEqualTo("trace-4711");
        Exchange proxied = forwarded(PROXY);
        assertThat(send(proxied).status).isEqualTo(200);
        assertThat(proxied.answer("X-Request-ID")).isEqualTo("trace-4711");
        assertThat(proxied.answer("Strict-Transport-Security")).contains("max-age");
        assertThat(person.address()).isEqualTo("198.51.100.7");
    }

    @Test
    void behindATrustedProxyAddressesLeadBackThroughIt() {
        run(forwarded(PROXY), (incoming, response) -> {
            HttpServletRequest request = (HttpServletRequest) incoming;
            assertThat(request.getRequestURL()).hasToString("https://aurora.shops.test" + API);
            assertThat(request.getServerPort()).isEqualTo(443);
            assertThat(request.getRemoteAddr()).isEqualTo("198.51.100.7");
            passed.add("seen");
        });
        assertThat(passed).containsExactly("seen");
    }

    @Test
    void anInsaneRequestIdIsReplaced() {
        Exchange exchange = new Exchange("aurora.shops.test", "/").with("X-Request-ID", "x\" onload=\"");
        exchange.remoteAddress = PROXY;
        assertThat(send(exchange).answer("X-Request-ID")).matches("[0-9a-f]{16}");
    }

    @Test
    void aRefusalFromBehindIsAnsweredHoweverItIsWrapped() {
        Exchange exchange = new Exchange("aurora.shops.test", API);
        run(exchange, (request, response) -> {
            throw new ServletException(new IllegalStateException(new ValidationException("/price", "Too \"low\"")));
        });
        assertThat(exchange.status).isEqualTo(422);
        assertThat(exchange.body()).contains("\"errors\":[{\"field\":\"/price\",\"message\":\"Too \\\"low\\\"\"}]");
    }

    @Test
    void aDefectShowsNothingOfItself() {
        for (String path : List.of(API, "/products")) {
            logged.clear();
            Exchange exchange = new Exchange("aurora.shops.test", path);
            run(exchange, (request, response) -> {
                ((HttpServletResponse) response).setHeader("Cache-Control", "public");
                throw new IllegalStateException("SELECT secret FROM com.dainostore");
            });
            assertThat(exchange.status).isEqualTo(500);
            assertThat(exchange.body()).doesNotContain("SELECT", "dainostore.", "Exception");
            assertThat(exchange.answer("Cache-Control")).isEqualTo("no-store");
            assertThat(logged).hasSize(1);
            assertThat(logged.get(0).getThrown()).hasMessageContaining("SELECT");
            assertThat(logged.get(0).getMessage()).contains(AURORA.id().value(), exchange.answer("X-Request-ID"));
        }
    }

    @Test
    void anAnswerThatHasBegunBreaksOff() {
        Exchange exchange = new Exchange("aurora.shops.test", "/products");
        exchange.committed = true;
        assertThatThrownBy(() -> door.doFilter(exchange.request(), exchange.response(), (request, response) -> {
                    throw new IllegalStateException("late");
                }))
                .isInstanceOf(IOException.class);
    }

    @Test
    void anAsynchronousDispatchComesBackToItsStore() throws Exception {
        Exchange exchange = new Exchange("aurora.shops.test", "/products");
        send(exchange);
        exchange.dispatcher = DispatcherType.ASYNC;
        CurrentStore later = new CurrentStore();
        door.currentStore = later;
        HttpServletRequest request = exchange.request();
        door.doFilter(request, exchange.response(), (a, b) -> {});
        assertThat(later.require()).isEqualTo(AURORA);
    }

    private Exchange byHeader(String method, String path) {
        return send(new Exchange("shops.test", path)
                .method(method)
                .with("X-Store-ID", AURORA.id().value()));
    }

    private Exchange bearer(String host, String path, String token) {
        return send(new Exchange(host, path).with("Authorization", "Bearer " + token));
    }

    private static Exchange forwarded(String remoteAddress) {
        Exchange exchange = new Exchange("inner.shops.test", API)
                .with("X-Forwarded-Host", "aurora.shops.test")
                .with("X-Forwarded-Proto", "https")
                .with("X-Forwarded-For", "198.51.100.7")
                .with("X-Request-ID", "trace-4711");
        exchange.remoteAddress = remoteAddress;
        return exchange;
    }

    private Exchange send(Exchange exchange) {
        run(exchange, (request, response) -> passed.add(((HttpServletRequest) request).getRequestURI()));
        return exchange;
    }

    private void run(Exchange exchange, FilterChain chain) {
        try {
            door.doFilter(exchange.request(), exchange.response(), chain);
        } catch (IOException | ServletException e) {
            throw new AssertionError(e);
        }
    }

    private static Store store(String handle, StoreState state) {
        return new Store(StoreId.random(), handle, handle, state, "standard", "local");
    }

    private static final class Stores extends Directory {
        @Override
        public Optional<Store> byId(StoreId id) {
            return Stream.of(AURORA, BASALT, ASLEEP)
                    .filter(s -> s.id().equals(id))
                    .findFirst();
        }

        @Override
        public Optional<Store> byHandle(String handle) {
            return Stream.of(AURORA, BASALT, ASLEEP)
                    .filter(s -> s.handle().equals(handle))
                    .findFirst();
        }
    }

    private static final class Sessions extends OperatorSessions {
        @Override
        public Optional<OperatorSession> find(String token, String host) {
            Person.Operator operator = new Person.Operator(UUID.randomUUID(), "o@p", Set.of());
            return token.equals("a-session") && host.equals("shops.test")
                    ? Optional.of(new OperatorSession(UUID.randomUUID(), operator, false, "form"))
                    : Optional.empty();
        }
    }

    private static final class SessionsOfStaff extends StaffSessions {
        @Override
        public Optional<StaffSession> find(String token, String host) {
            Person.Staff staff =
                    new Person.Staff(AURORA.id(), UUID.randomUUID(), "a@b", "A", FixedRole.OWNER, Set.of());
            return token.equals("a-session") && host.equals("aurora.shops.test")
                    ? Optional.of(new StaffSession(UUID.randomUUID(), staff, "form"))
                    : Optional.empty();
        }
    }

    private static final class Tokens extends BearerTokens {
        @Override
        public Optional<StoreId> claimedStore(String token) {
            return StoreId.parse(token.replace("staff-of-", ""));
        }

        @Override
        public Optional<Person> authenticate(String token) {
            return claimedStore(token)
                    .<Person>map(
                            store -> new Person.Staff(store, UUID.randomUUID(), "a@b", "A", FixedRole.STAFF, Set.of()))
                    .or(() -> token.equals(OPERATOR)
                            ? Optional.of(new Person.Operator(UUID.randomUUID(), "o@p", Set.of()))
                            : Optional.empty());
        }
    }

    private final class Listener extends Handler {
        @Override
        public void publish(LogRecord line) {
            logged.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
