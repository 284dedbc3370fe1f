package com.dainostore.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Nothing of a store's console can be read or done but by who may, in their own session, at their own store. The pages are those that
 * the sources have, the actions those that the pages offer to the owner of a store; what a page needs stands in one table.
 */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MerchantAttackIT {
    private static final String SIGN_IN = "/admin/merchant/sign-in";
    private static final Set<String> FOR_EVERYBODY = Set.of("sign-in", "join", "forgot", "reset", "confirm-email");
    /** Where forms are sent to that other pages show. */
    private static final Set<String> WITHOUT_A_PAGE = Set.of("sign-out", "upload", "import-file");

    private static final List<String> LEVELS = List.of("none", "view", "edit", "full");

    /** What somebody has to hold to see a page: an area and a level in it, or nothing but to be of the staff. */
    private static final Map<String, String> NEEDED = Map.ofEntries(
            Map.entry("home", ""),
            Map.entry("account", ""),
            Map.entry("second-factor", ""),
            Map.entry("tokens", ""),
            Map.entry("sessions", ""),
            Map.entry("sign-out", ""),
            Map.entry("products", "catalog:view"),
            Map.entry("product", "catalog:view"),
            Map.entry("new-product", "catalog:edit"),
            Map.entry("collections", "catalog:view"),
            Map.entry("collection", "catalog:view"),
            Map.entry("new-collection", "catalog:edit"),
            Map.entry("imports", "catalog:view"),
            Map.entry("import", "catalog:view"),
            Map.entry("import-file", "catalog:edit"),
            Map.entry("refused", "catalog:view"),
            Map.entry("export", "catalog:view"),
            Map.entry("media", "catalog:view"),
            Map.entry("file", "catalog:view"),
            Map.entry("download", "catalog:view"),
            Map.entry("upload", "catalog:edit"),
            Map.entry("report-table", "analytics:view"),
            Map.entry("reports", "analytics:view"),
            Map.entry("orders", "orders:view"),
            Map.entry("order", "orders:view"),
            Map.entry("invoice", "orders:view"),
            Map.entry("orders-export", "orders:full"),
            Map.entry("delivery", "settings:view"),
            Map.entry("delivery-rate", "settings:view"),
            Map.entry("settings", "settings:view"),
            Map.entry("theme", "settings:view"),
            Map.entry("domains", "settings:view"),
            Map.entry("domain", "settings:view"),
            Map.entry("mails", "settings:view"),
            Map.entry("mail", "settings:view"),
            Map.entry("team", "team:view"),
            Map.entry("person", "team:view"),
            Map.entry("invite", "team:edit"),
            Map.entry("roles", "team:view"),
            Map.entry("role", "team:view"),
            Map.entry("audit", "team:view"),
            Map.entry("audit-export", "team:view"));

    private final RunningShop shop;
    private Shop hazel;
    private Shop rowan;

    MerchantAttackIT(RunningShop shop) {
        this.shop = shop;
    }

    /** A store with somebody in each role, and with ids of its own for the pages that need one. */
    private record Shop(Staff owner, Map<String, Staff> staff, Map<String, List<String>> queries) {
        StaffSession session() {
            return StaffSession.open(owner);
        }
    }

    @BeforeAll
    void twoStores() throws IOException, SQLException {
        hazel = store("Hazel");
        rowan = store("Rowan");
    }

    @Test
    void ofEveryPageItIsKnownWhatItNeeds() throws IOException {
        assertThat(ConsolePages.of("merchant")).contains("home", "team", "sign-out");
        assertThat(pages()).as("Say in NEEDED what new pages need").isSubsetOf(NEEDED.keySet());
    }

    @Test
    void everyPageLeadsToTheSignInWithoutASession() throws IOException {
        for (String address : addresses(hazel)) {
            for (String method : List.of("GET", "POST")) {
                assertThat(send(hazel.owner(), method, address, "dainostore-staff=" + "A".repeat(43)))
                        .as(method + " " + address)
                        .satisfies(MerchantAttackIT::leadsToTheSignIn);
            }
        }
    }

    @Test
    void everyRoleSeesThePagesThatItMayAndNoOthers() throws IOException {
        for (Map.Entry<String, Staff> one : hazel.staff().entrySet()) {
            StaffSession session = StaffSession.open(one.getValue());
            for (String address : addresses(hazel)) {
                String needed = NEEDED.getOrDefault(page(address), "nobody:full");
                int status = session.get(address).send().status();
                if (holds(one.getKey(), needed)) {
                    assertThat(status).as("%s at %s", one.getKey(), address).isIn(200, 303, 404);
                } else {
                    assertThat(status).as("%s at %s", one.getKey(), address).isIn(403, 404);
                }
            }
        }
    }

    /** Without this a page that is refused to everybody would pass for a guarded one. */
    @Test
    void theOwnerSeesEveryPage() throws IOException {
        StaffSession session = hazel.session();
        for (String address : addresses(hazel)) {
            assertThat(session.get(address).send().status())
                    .as(address)
                    .isIn(hazel.queries().containsKey(page(address)) ? List.of(200) : List.of(200, 303, 404, 405));
        }
    }

    @Test
    void theConsoleIsNotThereOnThePlatformsHost() throws IOException {
        StaffSession session = hazel.session();
        for (String host : List.of("localhost", "127.0.0.1")) {
            for (String address : addresses(hazel)) {
                assertThat(shop.http()
                                .get(host, "/admin/merchant/" + address)
                                .header("Cookie", session.cookie())
                                .send()
                                .status())
                        .as(host + " " + address)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void aSessionIsNobodyAtAnotherStoreWhateverCookieItIsIn() throws IOException, SQLException {
        StaffSession session = hazel.session();
        for (String address : addresses(hazel)) {
            assertThat(send(rowan.owner(), "GET", address, session.cookie()))
                    .as(address)
                    .satisfies(MerchantAttackIT::leadsToTheSignIn);
        }
        Session operator = Session.open(Operator.create(shop, false));
        String value = operator.cookie().split("=", 2)[1];
        for (String cookie : List.of(operator.cookie(), "dainostore-staff=" + value)) {
            assertThat(send(hazel.owner(), "GET", "home", cookie)).satisfies(MerchantAttackIT::leadsToTheSignIn);
        }
        for (String cookie : List.of(
                session.cookie(), "dainostore-operator=" + session.cookie().split("=", 2)[1])) {
            assertThat(shop.http()
                            .get("localhost", "/admin/operator/stores")
                            .header("Cookie", cookie)
                            .send()
                            .header("Location")
                            .orElseThrow())
                    .startsWith("/admin/operator/sign-in");
        }
    }

    @Test
    void noActionWorksWithoutItsOwnSessionTokenAndOrigin() throws IOException, SQLException {
        StaffSession session = hazel.session();
        StaffSession second = hazel.session();
        StaffSession stranger = rowan.session();
        StaffSession ended = hazel.session();
        ended.submit("sign-out", Map.of()).send().expect(303);
        List<PageForm> actions = actions(hazel);
        String before = rows(hazel);

        for (PageForm action : actions) {
            String path = "/admin/merchant/" + action.page();
            List<Http.Answer> answers = List.of(
                    send(hazel, path, action, "", session.token(), origin(hazel)),
                    send(hazel, path, action, session.cookie(), "", origin(hazel)),
                    send(hazel, path, action, session.cookie(), second.token(), origin(hazel)),
                    send(hazel, path, action, session.cookie(), stranger.token(), origin(hazel)),
                    send(hazel, path, action, stranger.cookie(), stranger.token(), origin(hazel)),
                    send(hazel, path, action, ended.cookie(), ended.token(), origin(hazel)));
            assertThat(answers).as(action.toString()).allSatisfy(answer -> {
                assertThat(answer.status()).isEqualTo(303);
                assertThat(answer.header("Location").orElseThrow()).doesNotContain("done=");
            });
            for (String origin :
                    List.of(origin(rowan), "http://evil.example", "null", "http://localhost:" + shop.port())) {
                assertThat(send(hazel, path, action, session.cookie(), session.token(), origin)
                                .status())
                        .as("%s from %s", action, origin)
                        .isEqualTo(403);
            }
        }
        assertThat(rows(hazel)).isEqualTo(before);
    }

    @Test
    void whoMayOnlyLookChangesNothingByAnyActionOfTheOwner() throws IOException, SQLException {
        List<PageForm> actions = actions(hazel);
        String before = rows(hazel);
        for (Map.Entry<String, Staff> one : hazel.staff().entrySet()) {
            StaffSession session = StaffSession.open(one.getValue());
            for (PageForm action : actions) {
                String needed = NEEDED.getOrDefault(action.page(), "nobody:full");
                if (!needed.isEmpty() && !holds(one.getKey(), needed.split(":")[0] + ":edit")) {
                    Http.Answer answer = action.fill(session.post(action.page()), session.token())
                            .send();
                    assertThat(answer.status())
                            .as("%s sends %s", one.getKey(), action)
                            .isIn(200, 303, 403, 404);
                    assertThat(answer.header("Location").orElse(""))
                            .as("%s sends %s", one.getKey(), action)
                            .doesNotContain("done=");
                }
            }
        }
        assertThat(rows(hazel)).isEqualTo(before);
    }

    @Test
    void theIdsOfAnotherStoreAreNothingHere() throws IOException, SQLException {
        StaffSession stranger = rowan.session();
        List<PageForm> actions = actions(hazel);
        String before = rows(hazel);
        for (String address : addresses(hazel)) {
            if (hazel.queries().containsKey(page(address)) && !address.endsWith("id=staff")) {
                Http.Answer answer = stranger.get(address).send();
                assertThat(answer.status()).as(address).isEqualTo(404);
                assertThat(answer.text())
                        .as(address)
                        .doesNotContain(hazel.owner().handle());
            }
        }
        for (PageForm action : actions) {
            if (!action.fields().getOrDefault("id", "").isEmpty()) {
                Http.Answer answer = action.fill(stranger.post(action.page()), stranger.token())
                        .send();
                assertThat(answer.status()).as(action.toString()).isLessThan(500);
                assertThat(answer.header("Location").orElse(""))
                        .as(action.toString())
                        .doesNotContain("done=");
                assertThat(answer.text())
                        .as(action.toString())
                        .doesNotContain(hazel.owner().handle());
            }
        }
        assertThat(rows(hazel)).isEqualTo(before);
    }

    @Test
    void anActionThatIsSentAsItShouldBeWorks() throws SQLException, IOException {
        Staff colleague = hazel.owner().colleague("staff");
        StaffSession session = hazel.session();
        PageForm deactivate = PageForm.all(
                        session.get("person?id=" + colleague.id()).send().text())
                .stream()
                .filter(form -> form.fields().containsKey("do-away"))
                .findFirst()
                .orElseThrow();
        assertThat(deactivate
                        .fill(session.post(deactivate.page()), session.token())
                        .send()
                        .expect(303)
                        .header("Location")
                        .orElseThrow())
                .contains("done=away");
    }

    @Test
    void aLinkIsNeverAForm() throws IOException, SQLException {
        StaffSession session = hazel.session();
        List<PageForm> actions = actions(hazel);
        String before = rows(hazel);
        for (PageForm action : actions) {
            Map<String, String> fields = new TreeMap<>(action.fields());
            fields.put("token", session.token());
            fields.put("jakarta.faces.ViewState", "stateless");
            assertThat(session.get(action.page() + "?" + Session.encoded(fields))
                            .send()
                            .status())
                    .as(action.toString())
                    .isEqualTo(404);
        }
        assertThat(rows(hazel)).isEqualTo(before);
    }

    @Test
    void aDoubledCookieIsRefusedAndTheApiKnowsNobodyByCookie() {
        StaffSession session = hazel.session();
        assertThat(send(hazel.owner(), "GET", "home", "dainostore-staff=" + "B".repeat(43) + "; " + session.cookie())
                        .status())
                .isEqualTo(400);
        assertThat(shop.http()
                        .get(hazel.owner().host(), "/api/admin/v1/people")
                        .header("Cookie", session.cookie())
                        .send()
                        .status())
                .isEqualTo(401);
    }

    private Shop store(String name) throws IOException, SQLException {
        Staff owner = Staff.owner(shop, name);
        shop.http()
                .request("PUT", "localhost", "/api/platform/v1/stores/" + owner.store() + "/flags")
                .bearer(shop.operatorToken())
                .json(Map.of("multiCurrency", true, "advancedReports", true))
                .send()
                .expect(200);
        Map<String, Staff> staff = new LinkedHashMap<>();
        staff.put("owner", owner);
        for (String role : List.of("admin", "manager", "staff", "read_only")) {
            staff.put(role, owner.colleague(role));
        }
        Staff nobody = owner.colleague("staff");
        String nothing = made(owner, "/roles", Map.of("name", "Nothing", "permissions", Map.of()));
        owner.api("PUT", "/people/" + nobody.id())
                .json(Map.of("role", nothing))
                .send()
                .expect(200);
        staff.put("nothing", nobody);
        String packer = made(owner, "/roles", Map.of("name", "Packer", "permissions", Map.of("orders", "edit")));
        String invited = made(owner, "/people", Map.of("email", "invited@example.com", "role", "staff"));
        String active = owner.colleague("manager").id();
        String product = made(
                owner,
                "/products",
                Map.of(
                        "title",
                        "Thing of " + owner.handle(),
                        "variants",
                        List.of(Map.of("price", Map.of("amount", 1900, "currency", "EUR"), "stock", 1))));
        String order = Sold.order(owner, "Customer of " + owner.handle(), product, 1, 0);
        String rate = Sold.deliveryRate(owner, "Parcel of " + owner.handle());
        Map<String, List<String>> queries = Map.of(
                "person",
                List.of(
                        "?id=" + active,
                        "?id=" + active + "&ask=remove",
                        "?id=" + active + "&ask=hand-over",
                        "?id=" + invited),
                "role",
                List.of("?id=" + packer, "?id=" + packer + "&ask=remove", "?id=staff"),
                "product",
                List.of("?id=" + product),
                "order",
                List.of("?id=" + order, "?id=" + order + "&ask=cancel"),
                "invoice",
                List.of("?id=" + order),
                "delivery-rate",
                List.of("?id=" + rate, "?id=" + rate + "&ask=delete"));
        return new Shop(owner, staff, queries);
    }

    private static String made(Staff owner, String path, Map<String, ?> body) {
        return owner.api("POST", path).json(body).send().expect(201).json().getString("id");
    }

    /** All pages that are not for everybody. */
    private static Set<String> pages() throws IOException {
        Set<String> pages = new TreeSet<>(ConsolePages.of("merchant"));
        pages.removeAll(FOR_EVERYBODY);
        return pages;
    }

    /** All pages, those that need an id with one of this store, or with one of nothing where the test has none. */
    private static List<String> addresses(Shop of) throws IOException {
        List<String> addresses = new ArrayList<>();
        for (String page : pages()) {
            if (!WITHOUT_A_PAGE.contains(page)) {
                of.queries()
                        .getOrDefault(page, List.of("?id=" + UUID.randomUUID()))
                        .forEach(query -> addresses.add(page + query));
            }
        }
        return addresses;
    }

    private static String page(String address) {
        return address.replaceFirst("\\?.*", "");
    }

    /** Everything that the pages of a store offer to its owner, once each. */
    private static List<PageForm> actions(Shop of) throws IOException {
        StaffSession session = of.session();
        Map<String, PageForm> actions = new TreeMap<>();
        for (String address : addresses(of)) {
            Http.Answer answer = session.get(address).send();
            PageForm.all(answer.text())
                    .forEach(form ->
                            actions.putIfAbsent(form.page() + form.fields().keySet(), form));
        }
        assertThat(actions.size()).as("actions of all pages").isGreaterThan(15);
        return List.copyOf(actions.values());
    }

    /** Whether a fixed role holds a level in an area; what a role of this test's own holds is nothing. */
    private static boolean holds(String role, String needed) {
        if (needed.isEmpty()) {
            return true;
        }
        String area = needed.split(":")[0];
        String held =
                switch (role) {
                    case "owner", "admin" -> "full";
                    case "manager" -> Set.of("analytics", "settings", "team").contains(area) ? "view" : "full";
                    case "staff" -> Set.of("catalog", "orders", "customers").contains(area) ? "edit" : "none";
                    case "read_only" -> "view";
                    default -> "none";
                };
        return LEVELS.indexOf(held) >= LEVELS.indexOf(needed.split(":")[1]);
    }

    private static void leadsToTheSignIn(Http.Answer answer) {
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location").orElseThrow()).startsWith(SIGN_IN);
        assertThat(answer.body()).isEmpty();
    }

    private String origin(Shop of) {
        return "http://" + of.owner().host() + ":" + shop.port();
    }

    private Http.Answer send(Staff at, String method, String address, String cookie) {
        return shop.http()
                .request(method, at.host(), "/admin/merchant/" + address)
                .header("Cookie", cookie)
                .header("Origin", "http://" + at.host() + ":" + shop.port())
                .send();
    }

    private Http.Answer send(Shop at, String path, PageForm action, String cookie, String token, String origin) {
        Http.Request request =
                action.fill(shop.http().request("POST", at.owner().host(), path).header("Origin", origin), token);
        return (cookie.isEmpty() ? request : request.header("Cookie", cookie)).send();
    }

    /** All rows of a store but those that note visits, as one text. */
    private String rows(Shop of) throws SQLException {
        String database = shop.databases().of(of.owner().store());
        StringBuilder all = new StringBuilder();
        for (String table : shop.databases().list(database, """
                SELECT table_name FROM information_schema.tables
                WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT IN
                    ('person_sessions', 'person_tokens', 'sign_in_attempts', 'audit_entries', 'databasechangelog',
                     'databasechangeloglock', 'outbox')
                ORDER BY table_name""")) {
            all.append(shop.databases()
                    .list(
                            database,
                            "SELECT coalesce(string_agg(t::text, chr(10) ORDER BY t::text), '') FROM " + table + " t")
                    .get(0));
        }
        return all.toString();
    }
}
