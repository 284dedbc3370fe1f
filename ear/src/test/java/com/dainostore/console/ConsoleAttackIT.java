package com.dainostore.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Databases;
import com.dainostore.testing.Eventually;
import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of the operator console can be read or done but by who is signed in, in their own session and on its host. */
@ExtendWith(SharedServer.class)
class ConsoleAttackIT {
    private static final String STORE = "store_22222222222222222222";
    private static final String SIGN_IN = "/admin/operator/sign-in";
    private static final List<String> PAGES = List.of(
            "/admin/operator/stores",
            "/admin/operator/stores.xhtml",
            "/admin/operator/store?id=" + STORE,
            "/admin/operator/new-store",
            "/admin/operator/edit-store?id=" + STORE,
            "/admin/operator/delete-store?id=" + STORE,
            "/admin/operator/store-settings?id=" + STORE,
            "/admin/operator/store-domain?id=" + STORE + "&name=shop.example.com",
            "/admin/operator/handle?id=" + STORE,
            "/admin/operator/certificate?id=" + STORE,
            "/admin/operator/servers",
            "/admin/operator/server?id=embedded",
            "/admin/operator/new-server",
            "/admin/operator/flags",
            "/admin/operator/platform",
            "/admin/operator/operation?id=" + UUID.randomUUID(),
            "/admin/operator/operations",
            "/admin/operator/jobs",
            "/admin/operator/sessions",
            "/admin/operator/password",
            "/admin/operator/people",
            "/admin/operator/second-factor",
            "/admin/operator/account",
            "/admin/operator/audit",
            "/admin/operator/audit-export",
            "/admin/operator/mails",
            "/admin/operator/mail?id=" + UUID.randomUUID(),
            "/admin/operator/tokens",
            "/admin/operator/sign-out",
            "/admin/operator/sign-in.xhtml",
            "/admin/operator/",
            "/admin/operator/anything",
            "/admin/");

    private final RunningShop shop;

    ConsoleAttackIT(RunningShop shop) {
        this.shop = shop;
    }

    @Test
    void everyPageOfTheConsoleIsAttacked() throws IOException {
        Set<String> pages = new TreeSet<>(ConsolePages.of("operator"));
        pages.removeAll(Set.of("sign-in", "join", "forgot", "reset", "confirm-email"));
        assertThat(PAGES.stream()
                        .map(page -> page.replaceFirst("/admin/operator/", "").replaceFirst("[?.].*", "")))
                .as("Name new pages in PAGES")
                .containsAll(pages);
    }

    @Test
    void everyPageLeadsToTheSignInWithoutASession() {
        for (String page : PAGES) {
            for (String method : List.of("GET", "POST")) {
                Http.Answer answer = shop.http()
                        .request(method, "localhost", page)
                        .header("Cookie", "dainostore-operator=" + "A".repeat(43))
                        .header("Origin", Session.origin(shop))
                        .send();
                assertThat(answer.status()).as(method + " " + page).isEqualTo(303);
                assertThat(answer.header("Location").orElseThrow()).as(page).startsWith(SIGN_IN);
                assertThat(answer.body()).as(page).isEmpty();
            }
        }
    }

    @Test
    void everyActionNeedsTheSessionAndTheTokenOfItsForm() throws IOException, SQLException {
        String store = aStore();
        Session session = Session.open(Operator.create(shop, false));
        Session other = Session.open(Operator.create(shop, false));
        Map<String, String> suspend = suspend(store);
        String path = "/admin/operator/store";

        refused(session.submit(path, suspend, session.token()).header("Origin", Session.origin(shop)), 303);
        refused(
                session.submit(path, suspend, other.token())
                        .header("Cookie", session.cookie())
                        .header("Origin", Session.origin(shop)),
                303);
        refused(
                session.submit(path, suspend, "")
                        .header("Cookie", session.cookie())
                        .header("Origin", Session.origin(shop)),
                303);
        refused(
                Session.post(shop, path, suspend)
                        .header("Cookie", session.cookie())
                        .header("Origin", Session.origin(shop)),
                303);
        assertThat(state(store)).isEqualTo("active");

        assertThat(session.submit(path, suspend).send().expect(303).header("Location"))
                .hasValue("/admin/operator/store?id=" + store + "&done=suspended");
        assertThat(state(store)).isEqualTo("suspended");
    }

    @Test
    void whatWasTypedComesBackAndThePasswordDoesNot() throws IOException, SQLException {
        Session session = Session.open(Operator.create(shop, false));
        Map<String, String> typed = Map.of(
                "form-new-store",
                "form-new-store",
                "handle",
                "linden",
                "owner-password",
                "secret words",
                "do-create",
                "x");

        String again = session.submit("/admin/operator/new-store", typed, "wrong")
                .header("Cookie", session.cookie())
                .header("Origin", Session.origin(shop))
                .send()
                .expect(303)
                .header("Location")
                .orElseThrow();
        String signIn = session.submit("/admin/operator/new-store", typed, session.token())
                .header("Origin", Session.origin(shop))
                .send()
                .expect(303)
                .header("Location")
                .orElseThrow();

        assertThat(again).isEqualTo("/admin/operator/new-store?again=1&handle=linden");
        assertThat(signIn).isEqualTo(SIGN_IN + "?next=%2Foperator%2Fnew-store%3Fhandle%3Dlinden");
        assertThat(session.get(again).send().expect(200).text()).contains("value=\"linden\"", "send it again");
    }

    @Test
    void afterTheSignOutTheSameRequestDoesNothing() throws IOException, SQLException {
        String store = aStore();
        Session session = Session.open(Operator.create(shop, false));
        session.submit("/admin/operator/sign-out", Map.of()).send().expect(303);

        refused(session.submit("/admin/operator/store", suspend(store)), 303);

        assertThat(state(store)).isEqualTo("active");
        assertThat(session.get("/admin/operator/stores")
                        .send()
                        .header("Location")
                        .orElseThrow())
                .startsWith(SIGN_IN);
    }

    @Test
    void aPartOfAPageIsSentToTheSignInToo() {
        Http.Answer answer = Session.post(
                        shop,
                        "/admin/operator/operation",
                        Map.of("id", UUID.randomUUID().toString()))
                .header("Faces-Request", "partial/ajax")
                .header("Origin", Session.origin(shop))
                .send();
        assertThat(answer.expect(200).text())
                .contains("<redirect url=\"" + SIGN_IN + "?next=")
                .doesNotContain("<update");
    }

    @Test
    void aLinkIsNeverAForm() throws IOException, SQLException {
        String store = aStore();
        Session session = Session.open(Operator.create(shop, false));
        Map<String, String> fields = new java.util.TreeMap<>(suspend(store));
        fields.put("jakarta.faces.ViewState", "stateless");
        fields.put("token", session.token());

        Http.Answer answer =
                session.get("/admin/operator/store?" + Session.encoded(fields)).send();

        assertThat(answer.status()).isEqualTo(404);
        assertThat(state(store)).isEqualTo("active");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890:1234567890", "-1:-1", "rO0ABXQABGV2aWw=", ""})
    void aViewStateThatNobodyKeepsDoesNothing(String viewState) throws IOException, SQLException {
        String store = aStore();
        Session session = Session.open(Operator.create(shop, false));
        Map<String, String> fields = new java.util.TreeMap<>(suspend(store));
        fields.put("jakarta.faces.ViewState", viewState);

        session.submit("/admin/operator/store", fields).send().expect(200, 303);

        assertThat(state(store)).isEqualTo("active");
    }

    @Test
    void aSessionWorksOnItsOwnHostOnly() throws IOException, SQLException {
        Session session = Session.open(Operator.create(shop, false));
        session.get("/admin/operator/stores").send().expect(200);

        Http.Answer elsewhere = shop.http()
                .get("127.0.0.1", "/admin/operator/stores")
                .header("Cookie", session.cookie())
                .send();
        assertThat(elsewhere.header("Location").orElseThrow()).startsWith(SIGN_IN);
    }

    @Test
    void theConsoleIsNotThereOnTheHostsOfStores() throws IOException, SQLException {
        Session session = Session.open(Operator.create(shop, false));
        shop.activeStore("aurora");
        List<String> paths = new ArrayList<>(PAGES);
        paths.remove("/admin/");
        paths.add(SIGN_IN);
        for (String path : paths) {
            Http.Answer answer = shop.http()
                    .get("aurora.localhost", path)
                    .header("Cookie", session.cookie())
                    .send();
            assertThat(answer.status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void thePagesOfStoresAreNotThereOnThePlatformsHost() {
        for (String page : List.of("join", "forgot", "reset", "confirm-email", "anything")) {
            for (String method : List.of("GET", "POST")) {
                Http.Answer answer = shop.http()
                        .request(method, "localhost", "/admin/merchant/" + page)
                        .header("Origin", Session.origin(shop))
                        .send();
                assertThat(answer.status()).as(method + " " + page).isEqualTo(404);
            }
        }
    }

    @Test
    void aFormOfAnotherOriginIsRefused() throws IOException, SQLException {
        String store = aStore();
        Session session = Session.open(Operator.create(shop, false));
        Map<String, String> suspend = suspend(store);
        String path = "/admin/operator/store";

        refused(session.submit(path, suspend, session.token()).header("Cookie", session.cookie()), 403);
        for (String origin : List.of(
                "http://aurora.localhost:" + shop.port(),
                "http://evil.example",
                "null",
                "https://localhost:" + shop.port())) {
            refused(
                    session.submit(path, suspend, session.token())
                            .header("Cookie", session.cookie())
                            .header("Origin", origin),
                    403);
        }
        assertThat(state(store)).isEqualTo("active");
    }

    @Test
    void aDoubledCookieIsRefused() throws IOException, SQLException {
        Session session = Session.open(Operator.create(shop, false));
        Http.Answer answer = shop.http()
                .get("localhost", "/admin/operator/stores")
                .header("Cookie", "dainostore-operator=" + "B".repeat(43) + "; " + session.cookie())
                .send();
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void theCookieIsForThisHostAndNotForScriptsAndPagesKeepNoSession() throws IOException, SQLException {
        Operator operator = Operator.create(shop, false);
        Http.Answer answer = Session.signIn(shop, operator.email(), operator.password(), Map.of());

        assertThat(answer.headers("Set-Cookie")).hasSize(1);
        assertThat(answer.header("Set-Cookie").orElseThrow().split("; "))
                .contains("HttpOnly", "SameSite=Lax", "Path=/admin")
                .noneMatch(part -> part.startsWith("Domain") || part.startsWith("Max-Age"));
        assertThat(shop.http().get("localhost", SIGN_IN).send().expect(200).headers("Set-Cookie"))
                .isEmpty();
        assertThat(Session.open(operator)
                        .get("/admin/operator/stores")
                        .send()
                        .expect(200)
                        .headers("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void eachSignInHasACookieOfItsOwn() throws IOException, SQLException {
        Operator operator = Operator.create(shop, false);
        Session first = Session.open(operator);
        Session second = Session.open(operator);
        assertThat(first.cookie()).isNotEqualTo(second.cookie());
        assertThat(first.token()).isNotEqualTo(second.token());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example/operator/stores",
                "/operator/stores@evil.example",
                "/operator/stores\r\nX-Evil: 1",
                "/operator/../../evil",
                "/\\evil.example",
                "/operator/sign-in?next=/operator/sign-in"
            })
    void theSignInLeadsNowhereElse(String next) throws IOException, SQLException {
        Operator operator = Operator.create(shop, false);
        Http.Answer answer = Session.signIn(shop, operator.email(), operator.password(), Map.of("next", next));
        assertThat(answer.expect(303).header("Location")).hasValue("/admin/operator/stores");
        assertThat(answer.header("X-Evil")).isEmpty();
    }

    @Test
    void theConsolesOwnAddressStaysOnItsHostWithAndWithoutASlash() {
        assertThat(shop.http().get("localhost", "/admin").send().header("Location"))
                .hasValue("/admin/");
        assertThat(shop.http().get("localhost", "/admin/").send().header("Location"))
                .hasValue(SIGN_IN);
    }

    @Test
    void theApiKnowsNobodyByCookie() throws IOException, SQLException {
        Session session = Session.open(Operator.create(shop, false));
        assertThat(session.get("/api/platform/v1/stores").send().status()).isEqualTo(401);
    }

    @Test
    void aGivenPasswordOpensNothingButThePageForANewOne() throws IOException, SQLException {
        String store = aStore();
        Operator operator = Operator.create(shop, true);
        Session session = Session.open(operator);
        for (String page : PAGES) {
            if (!page.contains("sign-out") && !page.endsWith("/password")) {
                assertThat(session.get(page).send().header("Location")).as(page).hasValue("/admin/operator/password");
            }
        }
        session.submit("/admin/operator/store", suspend(store)).send();
        assertThat(state(store)).isEqualTo("active");
    }

    @Test
    void nobodyEndsTheSessionOfAnother() throws IOException, SQLException {
        Operator victim = Operator.create(shop, false);
        Operator me = Operator.create(shop, false);
        Session theirs = Session.open(victim);
        Session mySecond = Session.open(me);
        Session mine = Session.open(me);

        mine.submit("/admin/operator/sessions", end(mine, oldestSession(victim)))
                .send()
                .expect(303);
        theirs.get("/admin/operator/stores").send().expect(200);

        mine.submit("/admin/operator/sessions", end(mine, oldestSession(me)))
                .send()
                .expect(303);
        mySecond.get("/admin/operator/stores").send().expect(303);
    }

    @Test
    void theServersLogHasNothingToSayAboutAllThis() throws IOException, SQLException {
        aViewStateThatNobodyKeepsDoesNothing("1:1");
        everyPageLeadsToTheSignInWithoutASession();
        List<String> complaints = Files.readAllLines(shop.home().resolve("log/server.log")).stream()
                .filter(line -> line.contains("[WARNING]") || line.contains("[SEVERE]"))
                .filter(line ->
                        line.contains("faces") || line.contains("primefaces") || line.contains("dainostore.admin"))
                .toList();
        assertThat(complaints).isEmpty();
    }

    /** The fields of the button beside another session in the list, with whatever session in them. */
    private static Map<String, String> end(Session session, String id) {
        String page = session.get("/admin/operator/sessions").send().expect(200).text();
        return Map.of(name(page, "form-end"), name(page, "form-end"), name(page, "do-end"), "End", "session", id);
    }

    private static String name(String page, String field) {
        Matcher name = Pattern.compile("name=\"([^\"]*" + field + ")\"").matcher(page);
        assertThat(name.find()).as(field).isTrue();
        return name.group(1);
    }

    private String oldestSession(Operator operator) throws SQLException {
        return shop.databases().list(Databases.REGISTRY, """
                SELECT s.id::text FROM operator_sessions s JOIN operators o ON o.id = s.operator_id
                WHERE o.email = ? ORDER BY s.created_at""", operator.email()).get(0);
    }

    private static void refused(Http.Request request, int status) {
        Http.Answer answer = request.send();
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Location").orElse("")).doesNotContain("done=");
    }

    private static Map<String, String> suspend(String store) {
        return Map.of("form-life", "form-life", "do-suspend", "Suspend", "id", store);
    }

    private String state(String store) throws SQLException {
        return shop.databases()
                .list(Databases.REGISTRY, "SELECT state FROM stores WHERE id = ?", store)
                .get(0);
    }

    private String aStore() throws IOException {
        String handle = "console-" + UUID.randomUUID().toString().substring(0, 8);
        shop.http()
                .request("POST", "localhost", "/api/platform/v1/stores")
                .bearer(shop.operatorToken())
                .json(Map.of("handle", handle, "name", "Console", "admin", Map.of("email", "owner@example.com")))
                .send()
                .expect(202);
        return Eventually.get(
                Duration.ofMinutes(1), handle + " is active", () -> java.util.Optional.of(shop.activeStore(handle)));
    }
}
