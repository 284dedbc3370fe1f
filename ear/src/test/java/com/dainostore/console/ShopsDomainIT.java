package com.dainostore.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Browser;
import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Stores under one registered domain are one site to browsers, unlike those below {@code localhost}: cookies, origins and
 * forms have to tell them apart by themselves.
 */
@ExtendWith({ShopsServer.class, Browser.class})
class ShopsDomainIT {
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([A-Za-z0-9_-]{43})\"");
    private static final String SETTINGS = "/admin/merchant/domains";
    private static final String EVIL = "evil.shops.test";

    private final RunningShop shop;
    private Staff owner;
    private Staff neighbour;

    ShopsDomainIT(RunningShop shop) {
        this.shop = shop;
        this.owner = new Staff(shop, "", "", "");
        this.neighbour = owner;
    }

    @BeforeEach
    void twoStores() throws IOException {
        owner = Staff.owner(shop, "Clay & Co");
        neighbour = Staff.owner(shop, "Neighbour");
    }

    @Test
    void cookiesAreForOneHostOnly() throws IOException, SQLException {
        Operator operator = Operator.create(shop, false);
        String staff = signIn(owner, true);
        assertThat(staff).startsWith("__Host-dainostore-staff=");
        assertHostOnly(staff, "/", true);
        assertHostOnly(signIn(owner, false), "/admin", false);
        String platform = signIn("shops.test", "operator", operator.email(), operator.password(), true);
        assertThat(platform).startsWith("__Host-dainostore-operator=");
        assertHostOnly(platform, "/", true);
        assertHostOnly(signIn("shops.test", "operator", operator.email(), operator.password(), false), "/admin", false);
    }

    @Test
    void aCookieOpensTheConsoleOfItsOwnHostAndTransportOnly() throws IOException, SQLException {
        Operator operator = Operator.create(shop, false);
        String staff = cookie(signIn(owner, true));
        String platform = cookie(signIn("shops.test", "operator", operator.email(), operator.password(), true));

        assertThat(page(owner.host(), SETTINGS, staff, true).status()).isEqualTo(200);
        assertThat(page("shops.test", "/admin/operator/stores", platform, true).status())
                .isEqualTo(200);

        assertSignIn(page(neighbour.host(), SETTINGS, staff, true));
        assertSignIn(page("shops.test", "/admin/operator/stores", staff, true));
        assertSignIn(page(owner.host(), SETTINGS, platform, true));
        assertSignIn(page(owner.host(), SETTINGS, staff, false));
        assertSignIn(page(owner.host(), SETTINGS, staff.replace("__Host-", ""), true));
    }

    @Test
    void formsOfNeighboursAreRefusedEvenWithTheRightToken() {
        String cookie = cookie(signIn(owner, true));
        Matcher token = TOKEN.matcher(page(owner.host(), SETTINGS, cookie, true).text());
        assertThat(token.find()).isTrue();
        Map<String, String> form = Map.of(
                "form-claim", "form-claim",
                "token", token.group(1),
                "domain", "stolen.example",
                "do-claim", "x");
        String own = origin(owner.host(), true);
        for (Map<String, String> foreign : List.of(
                Map.of("Origin", origin(neighbour.host(), true)),
                Map.of("Origin", origin("shops.test", true)),
                Map.of("Origin", origin(owner.host(), false)),
                Map.of("Origin", "null"),
                Map.of("Sec-Fetch-Site", "same-site"),
                Map.of("Sec-Fetch-Site", "none"),
                Map.of("Origin", own, "Sec-Fetch-Site", "same-site"),
                Map.<String, String>of())) {
            Http.Request request = post(owner.host(), SETTINGS, form, true).header("Cookie", cookie);
            foreign.forEach(request::header);
            assertThat(request.send().status()).as(foreign.toString()).isEqualTo(403);
        }
        assertThat(domainsOf(owner)).doesNotContain("stolen.example");

        post(owner.host(), SETTINGS, form, true)
                .header("Cookie", cookie)
                .header("Origin", own)
                .header("Sec-Fetch-Site", "same-origin")
                .send()
                .expect(303);
        assertThat(domainsOf(owner)).contains("stolen.example");
    }

    @Test
    void theTokenOfOnePersonIsNobodyElses() throws SQLException {
        Staff admin = owner.colleague("admin");
        String cookie = cookie(signIn(owner, true));
        Matcher token = TOKEN.matcher(
                page(owner.host(), SETTINGS, cookie(signIn(admin, true)), true).text());
        assertThat(token.find()).isTrue();
        Http.Answer answer = post(
                        owner.host(),
                        SETTINGS,
                        Map.of(
                                "form-claim", "form-claim",
                                "token", token.group(1),
                                "domain", "stolen.example",
                                "do-claim", "x"),
                        true)
                .header("Cookie", cookie)
                .header("Origin", origin(owner.host(), true))
                .send();
        assertThat(answer.expect(303).header("Location").orElseThrow()).contains("again=1");
        assertThat(domainsOf(owner)).doesNotContain("stolen.example");
    }

    @Test
    void pagesLetNobodyElseFrameThemOrTakeTheirForms() {
        for (String path : List.of("/", "/admin/merchant/sign-in")) {
            String policy = page(owner.host(), path, "", true)
                    .expect(200)
                    .header("Content-Security-Policy")
                    .orElseThrow();
            assertThat(policy)
                    .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
                    .doesNotContain("shops.test", "*");
        }
    }

    /** A page below the same domain is the same site: the browser sends the cookies along, and only the server refuses. */
    @Test
    void inABrowserAFormOfTheSameSiteIsRefused(Page page) {
        owner.signIn(page);
        serveEvil(page, """
                <form method="post" action="%s"><input name="domain" value="stolen.example"><button>Send</button></form>""".formatted(shop.address(owner.host(), SETTINGS)));
        page.navigate(shop.address(EVIL, "/").toString());
        Response answer =
                page.waitForResponse(response -> response.url().endsWith(SETTINGS), () -> page.locator("button")
                        .click());
        assertThat(answer.request().allHeaders().get("cookie")).contains("dainostore-staff=");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(domainsOf(owner)).doesNotContain("stolen.example");
    }

    @Test
    void inABrowserACookieThatANeighbourPlantsIsNoticed(Page page) {
        owner.signIn(page);
        serveEvil(page, "<p>Nothing to see</p>");
        page.navigate(shop.address(EVIL, "/").toString());
        page.evaluate("document.cookie = 'dainostore-staff=planted; domain=shops.test; path=/admin/merchant'");

        Response answer = page.navigate(owner.address("home"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(page.content()).contains("Clear the cookies of this site");
    }

    private void serveEvil(Page page, String body) {
        page.route(
                "http://" + EVIL + ":" + shop.port() + "/**",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<!DOCTYPE html><html lang=\"en\"><title>Evil</title>" + body)));
    }

    private static void assertHostOnly(String cookie, String path, boolean secure) {
        assertThat(cookie)
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .containsPattern("(?i)path=" + path + "(;|$)")
                .doesNotContainIgnoringCase("Domain=")
                .doesNotContainIgnoringCase("Max-Age")
                .matches(text -> text.contains("Secure") == secure);
    }

    private static void assertSignIn(Http.Answer answer) {
        assertThat(answer.expect(303).header("Location").orElseThrow()).contains("/sign-in");
    }

    private String signIn(Staff staff, boolean secure) {
        return signIn(staff.host(), "merchant", staff.email(), Staff.PASSWORD, secure);
    }

    private String signIn(String host, String console, String email, String password, boolean secure) {
        return post(
                        host,
                        "/admin/" + console + "/sign-in",
                        Map.of("form-sign-in", "form-sign-in", "email", email, "password", password, "do-sign-in", "x"),
                        secure)
                .header("Origin", origin(host, secure))
                .send()
                .expect(303)
                .header("Set-Cookie")
                .orElseThrow();
    }

    private Http.Request post(String host, String path, Map<String, String> fields, boolean secure) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("jakarta.faces.ViewState", "stateless");
        return shop.http()
                .request("POST", host, path)
                .header("X-Forwarded-Proto", secure ? "https" : "http")
                .body("application/x-www-form-urlencoded", Session.encoded(all));
    }

    private Http.Answer page(String host, String path, String cookie, boolean secure) {
        return shop.http()
                .get(host, path)
                .header("X-Forwarded-Proto", secure ? "https" : "http")
                .header("Cookie", cookie)
                .send();
    }

    private String origin(String host, boolean secure) {
        return (secure ? "https://" : "http://") + host + ":" + shop.port();
    }

    private static String cookie(String set) {
        return set.split(";")[0];
    }

    private static String domainsOf(Staff staff) {
        return staff.api("GET", "/domains").send().expect(200).text();
    }
}
