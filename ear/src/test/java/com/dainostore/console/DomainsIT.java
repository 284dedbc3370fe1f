package com.dainostore.console;

import static com.dainostore.console.ShopsServer.DNS;
import static com.dainostore.console.ShopsServer.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Databases;
import com.dainostore.testing.Eventually;
import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The life of a store's own domains and of its handle, as owners, operators, shoppers and proxies see it. */
@ExtendWith(ShopsServer.class)
class DomainsIT {
    private static final String ELSEWHERE = "198.51.100.1";

    private final RunningShop shop;
    private final String domain = "shop." + UUID.randomUUID().toString().substring(0, 8) + ".example";
    private Staff owner;

    DomainsIT(RunningShop shop) {
        this.shop = shop;
        this.owner = new Staff(shop, "", "", "");
    }

    @BeforeEach
    void aStore() throws IOException {
        owner = Staff.owner(shop, "Clay & Co");
    }

    @Test
    void aClaimIsProvedAndThenTheDomainShowsTheStore() {
        JsonObject claim = claim(owner, domain);
        assertThat(claim.getString("state")).isEqualTo("pending");
        assertThat(claim.getJsonArray("records").toString())
                .contains("\"_dainostore." + domain + "\"")
                .contains("{\"type\":\"CNAME\",\"name\":\"" + domain + "\",\"value\":\"shops.test\"}");
        assertThat(status(domain, "/")).isEqualTo(404);

        refuse(verify(owner, domain), "There is no TXT record at _dainostore." + domain);
        DNS.set("_dainostore." + domain, "something else");
        refuse(verify(owner, domain), "There is no TXT record at _dainostore." + domain);
        assertThat(show(owner, domain).getJsonObject("lastLook").getJsonArray("texts"))
                .containsExactly(Json.createValue("something else"));
        assertThat(status(domain, "/")).isEqualTo(404);

        DNS.lead(domain, ELSEWHERE);
        DNS.set("_dainostore." + domain, "something else", proof(claim));
        assertThat(verify(owner, domain).expect(200).json().getString("state")).isEqualTo("verified");
        assertThat(shop.http().get(domain, "/").send().expect(200).text()).contains("Clay &amp; Co");

        DNS.lead(domain, HERE);
        assertThat(verify(owner, domain).expect(200).json().getString("state")).isEqualTo("active");

        owner.api("DELETE", "/domains/" + domain).send().expect(204);
        assertThat(status(domain, "/")).isEqualTo(404);
    }

    @Test
    void whileNameServersAreSilentNothingIsProvedOrLost() {
        JsonObject claim = claim(owner, domain);
        DNS.fail(domain, true);
        verify(owner, domain).expect(503);
        assertThat(show(owner, domain).getJsonObject("lastLook").get("texts")).isEqualTo(JsonValue.NULL);

        DNS.fail(domain, false);
        prove(owner, domain, claim);
        DNS.fail(domain, true);
        verify(owner, domain).expect(503);
        assertThat(show(owner, domain).getString("state")).isEqualTo("active");
        DNS.fail(domain, false);
    }

    @Test
    void pagesLeadToThePrimaryDomainAndNothingElseDoes() {
        refuse(change(owner, domain(claim(owner, domain)), Map.of("primary", true)), "Only a domain that is proved");
        prove(owner, domain, show(owner, domain));
        assertThat(change(owner, domain, Map.of("primary", true))
                        .expect(200)
                        .json()
                        .getBoolean("primary"))
                .isTrue();

        for (String method : List.of("GET", "HEAD")) {
            Http.Answer answer = shop.http()
                    .request(method, owner.host(), "/products?q=a%20b&page=2")
                    .send()
                    .expect(308);
            assertThat(answer.header("Location"))
                    .contains("http://" + domain + ":" + shop.port() + "/products?q=a%20b&page=2");
            assertThat(answer.header("Cache-Control")).contains("no-store");
        }
        assertThat(overTls(shop.http().get(owner.host(), "//evil.example/"))
                        .send()
                        .headers("Location"))
                .allMatch(location -> location.startsWith("https://" + domain + "/"));
        assertThat(overTls(shop.http().get(owner.host(), "/"))
                        .send()
                        .expect(308)
                        .header("Location"))
                .contains("https://" + domain + "/");
        assertThat(status(domain, "/")).isEqualTo(200);
        assertThat(shop.http().get(owner.host(), "/api/v1/products").send().status())
                .isEqualTo(200);
        assertThat(shop.http().request("POST", owner.host(), "/products").send().status())
                .isNotEqualTo(308);
        for (String path : List.of(
                "/admin/merchant/sign-in",
                "/media/nothing",
                "/assets/nothing",
                "/.well-known/acme-challenge/x",
                "/health/ready",
                "/metrics",
                "/openapi")) {
            assertThat(status(owner.host(), path)).as(path).isNotEqualTo(308);
        }

        change(owner, domain, Map.of("primary", false)).expect(200);
        assertThat(status(owner.host(), "/")).isEqualTo(200);
    }

    @Test
    void aPrimaryDomainThatFailsLeadsNobodyAwayAndComesBack() throws SQLException {
        JsonObject claim = claim(owner, domain);
        prove(owner, domain, claim);
        change(owner, domain, Map.of("primary", true)).expect(200);
        assertThat(status(owner.host(), "/")).isEqualTo(308);

        DNS.set("_dainostore." + domain);
        shop.databases()
                .run(
                        Databases.REGISTRY,
                        "UPDATE domains SET failing_since = now() WHERE domain = '" + domain + "';"
                                + "INSERT INTO changes (store_id, kind) VALUES ('" + owner.store() + "', 'domains')");

        eventually(owner.host(), 200);
        assertThat(status(domain, "/")).as("it goes on naming the store").isEqualTo(200);
        assertThat(show(owner, domain).getString("state")).isEqualTo("failing");
        assertThat(show(owner, domain).getString("failingSince")).isNotBlank();
        refuse(verify(owner, domain), "There is no TXT record");

        prove(owner, domain, claim);
        assertThat(status(owner.host(), "/")).isEqualTo(308);
    }

    @Test
    void aSessionWorksUnderTheNameOfTheStoreThatItWasMadeUnder() {
        prove(owner, domain, claim(owner, domain));
        StaffSession session = StaffSession.open(owner);

        assertThat(session.get("home").send().status()).isEqualTo(200);
        assertThat(shop.http()
                        .get(domain, "/admin/merchant/home")
                        .header("Cookie", session.cookie())
                        .send()
                        .header("Location")
                        .orElseThrow())
                .startsWith("/admin/merchant/sign-in");
    }

    @Test
    void aDomainBehindAProxyOfItsOwnersIsUsedOnItsWord() {
        JsonObject claim = claim(owner, domain);
        DNS.lead(domain, ELSEWHERE);
        DNS.set("_dainostore." + domain, proof(claim));
        assertThat(verify(owner, domain).expect(200).json().getString("state")).isEqualTo("verified");
        refuse(change(owner, domain, Map.of("primary", true)), "say that a proxy stands in front");

        JsonObject changed = change(owner, domain, Map.of("primary", true, "behindProxy", true))
                .expect(200)
                .json();
        assertThat(changed.getString("state")).isEqualTo("active");
        assertThat(status(owner.host(), "/")).isEqualTo(308);
    }

    @Test
    void oneStoreAtMostHasADomainAndItRestsWhenItIsGivenUp() throws IOException {
        Staff other = Staff.owner(shop, "Other");
        JsonObject first = claim(owner, domain);
        JsonObject second = claim(other, domain);
        assertThat(proof(second)).isNotEqualTo(proof(first));
        DNS.lead(domain, HERE);
        DNS.set("_dainostore." + domain, proof(first), proof(second));
        verify(owner, domain).expect(200);

        refuse(verify(other, domain), "This domain is in use, or was given up less than 30 days ago.");
        owner.api("DELETE", "/domains/" + domain).send().expect(204);
        refuse(verify(other, domain), "This domain is in use, or was given up less than 30 days ago.");
        assertThat(status(domain, "/")).isEqualTo(404);
        assertThat(shop.http()
                        .request("GET", other.host(), "/api/admin/v1/domains/" + domain)
                        .bearer(owner.token())
                        .send()
                        .status())
                .isEqualTo(403);
    }

    @Test
    void internationalNamesAreOneAndTheSameInBothForms() {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        String ascii = "xn--" + "bcher-kva." + unique + ".example";
        JsonObject claim = claim(owner, "Bücher." + unique + ".example");
        assertThat(claim.getString("domain")).isEqualTo(ascii);
        prove(owner, ascii, claim);
        assertThat(status(ascii.toUpperCase(java.util.Locale.ROOT) + ".", "/")).isEqualTo(200);
    }

    @Test
    void whatNoStoreCanHaveIsRefused() {
        for (String name : List.of(
                "shops.test",
                "www.shops.test",
                "a.b.shops.test",
                "SHOPS.test.",
                "localhost",
                "127.0.0.1",
                "[::1]",
                "co.uk",
                "printer.local",
                "no domain",
                "example.com:8080",
                "https://example.com",
                "stra\u00dfe.example",
                "")) {
            Http.Answer answer =
                    owner.api("POST", "/domains").json(Map.of("domain", name)).send();
            assertThat(answer.status()).as(name).isEqualTo(422);
        }
    }

    @Test
    void onlyWhoDecidesOverTheSettingsChangesDomains() throws SQLException {
        claim(owner, domain);
        Staff manager = owner.colleague("manager");
        manager.api("GET", "/domains").send().expect(200);
        manager.api("GET", "/domains/" + domain).send().expect(200);
        manager.api("POST", "/domains").json(Map.of("domain", domain)).send().expect(403);
        change(manager, domain, Map.of("behindProxy", true)).expect(403);
        verify(manager, domain).expect(403);
        manager.api("DELETE", "/domains/" + domain).send().expect(403);
        owner.colleague("staff").api("GET", "/domains").send().expect(403);
    }

    @Test
    void certificatesAreForNamesThatAreOursAndAskedForByOurOwnProxyOnly() {
        JsonObject claim = claim(owner, domain);
        assertThat(mayHaveCertificate(domain)).as("pending").isEqualTo(404);
        prove(owner, domain, claim);
        for (String name : List.of(domain, owner.host(), "shops.test", domain.toUpperCase(java.util.Locale.ROOT))) {
            assertThat(mayHaveCertificate(name)).as(name).isEqualTo(200);
        }
        for (String name :
                List.of("nobody.shops.test", "a." + owner.host(), "www." + domain, "127.0.0.1", "", domain + ":443")) {
            assertThat(mayHaveCertificate(name)).as(name).isEqualTo(404);
        }
        String question = "/internal/tls-allowed?domain=" + domain;
        for (String mark : List.of("X-Forwarded-For", "X-Forwarded-Host", "Forwarded", "Via", "X-Real-IP")) {
            assertThat(shop.http()
                            .get(owner.host(), question)
                            .header(mark, "for=203.0.113.9")
                            .send()
                            .status())
                    .as(mark)
                    .isEqualTo(404);
        }
        assertThat(shop.http()
                        .get("localhost", question + "&domain=" + domain)
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aStoreGetsAnotherHandleAndTheOldOneLeadsToItWhileItRests() throws IOException {
        String old = owner.handle();
        String fresh = "fresh-" + UUID.randomUUID().toString().substring(0, 8);
        rename(owner, "admin").expect(422);
        rename(owner, fresh).expect(200);

        assertThat(status(fresh + ".shops.test", "/")).isEqualTo(200);
        Http.Answer led = shop.http().get(owner.host(), "/products?q=x").send().expect(308);
        assertThat(led.header("Location")).contains("http://" + fresh + ".shops.test:" + shop.port() + "/products?q=x");
        assertThat(shop.http()
                        .get(owner.host(), "/admin/merchant/sign-in")
                        .send()
                        .expect(308)
                        .header("Location"))
                .contains("http://" + fresh + ".shops.test:" + shop.port() + "/admin/merchant/sign-in");
        assertThat(status(owner.host(), "/api/v1/products")).isEqualTo(404);
        assertThat(mayHaveCertificate(owner.host())).isEqualTo(200);

        rename(Staff.owner(shop, "Other"), old).expect(422);
        rename(owner, old).expect(200);
        assertThat(status(owner.host(), "/")).isEqualTo(200);
        assertThat(shop.http()
                        .get(fresh + ".shops.test", "/")
                        .send()
                        .expect(308)
                        .header("Location"))
                .contains("http://" + owner.host() + ":" + shop.port() + "/");
    }

    @Test
    void whatIsDoneToDomainsIsToldToTheStore() {
        JsonObject claim = claim(owner, domain);
        prove(owner, domain, claim);
        change(owner, domain, Map.of("primary", true)).expect(200);
        rename(owner, "fresh-" + UUID.randomUUID().toString().substring(0, 8)).expect(200);

        String token = tokenAt(domain);
        Eventually.holds(Duration.ofSeconds(30), "the audit log tells it", () -> {
            String log = shop.http()
                    .get(domain, "/api/admin/v1/audit")
                    .bearer(token)
                    .send()
                    .expect(200)
                    .text();
            return log.contains("domain.claim")
                    && log.contains("domain.verify")
                    && log.contains("domain.update")
                    && log.contains("store.rename");
        });
    }

    private String tokenAt(String host) {
        return shop.http()
                .request("POST", host, "/api/admin/v1/tokens")
                .json(Map.of("email", owner.email(), "password", Staff.PASSWORD))
                .send()
                .expect(200, 201)
                .json()
                .getString("token");
    }

    private static JsonObject claim(Staff staff, String domain) {
        return staff.api("POST", "/domains")
                .json(Map.of("domain", domain))
                .send()
                .expect(201)
                .json();
    }

    private static String domain(JsonObject claim) {
        return claim.getString("domain");
    }

    private static JsonObject show(Staff staff, String domain) {
        return staff.api("GET", "/domains/" + domain).send().expect(200).json();
    }

    private static Http.Answer verify(Staff staff, String domain) {
        return staff.api("POST", "/domains/" + domain + "/verify").send();
    }

    private static Http.Answer change(Staff staff, String domain, Map<String, ?> wish) {
        return staff.api("PUT", "/domains/" + domain).json(wish).send();
    }

    private static String proof(JsonObject claim) {
        return claim.getJsonObject("record").getString("value");
    }

    /** Lets DNS say what the claim asks for, and looks. */
    private static void prove(Staff staff, String domain, JsonObject claim) {
        DNS.lead(domain, HERE);
        DNS.set("_dainostore." + domain, proof(claim));
        assertThat(verify(staff, domain).expect(200).json().getString("state")).isEqualTo("active");
    }

    private Http.Answer rename(Staff staff, String handle) {
        try {
            return shop.http()
                    .request("PUT", shop.domain(), "/api/platform/v1/stores/" + staff.store() + "/handle")
                    .bearer(shop.operatorToken())
                    .json(Map.of("handle", handle))
                    .send();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private int mayHaveCertificate(String name) {
        return shop.http()
                .get("127.0.0.1", "/internal/tls-allowed?domain=" + name)
                .send()
                .status();
    }

    private int status(String host, String path) {
        return shop.http().get(host, path).send().status();
    }

    private void eventually(String host, int status) {
        Eventually.holds(Duration.ofSeconds(15), host + " answers " + status, () -> status(host, "/") == status);
    }

    private static Http.Request overTls(Http.Request request) {
        return request.header("X-Forwarded-Proto", "https");
    }

    private static void refuse(Http.Answer answer, String message) {
        assertThat(answer.expect(422).text()).contains(message);
    }
}
