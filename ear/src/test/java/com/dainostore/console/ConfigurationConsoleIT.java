package com.dainostore.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Browser;
import com.dainostore.testing.Databases;
import com.dainostore.testing.Eventually;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator's way through settings, features, servers and the deletion of a store, in a browser. */
@ExtendWith({SharedServer.class, Browser.class})
class ConfigurationConsoleIT {
    private final RunningShop shop;
    private Operator operator;
    private String handle = "";
    private String store = "";

    ConfigurationConsoleIT(RunningShop shop) {
        this.shop = shop;
    }

    @BeforeEach
    void aStoreOfItsOwn(Page page) throws IOException, SQLException {
        operator = Operator.create(shop, false);
        handle = "conf-" + UUID.randomUUID().toString().substring(0, 8);
        String token = shop.operatorToken();
        store = shop.http()
                .request("POST", "localhost", "/api/platform/v1/stores")
                .bearer(token)
                .json(Map.of("handle", handle, "name", "Clay & Co", "admin", Map.of("email", "o@example.com")))
                .send()
                .expect(202)
                .json()
                .getString("store");
        answers(200);
        operator.signIn(page);
    }

    @Test
    void settingsAreSavedAndShownInTheShop(Page page) {
        page.navigate(address("store?id=" + store));
        page.getByRole(AriaRole.LINK, named("All settings and features")).click();
        page.locator("#tagline").fill("Bowls <b>by hand</b>");
        page.locator("#imprint").fill("Clay & Co\nVienna\n\n<script>alert(1)</script>");
        page.locator("#contactEmail").fill("nobody");
        page.locator("#themePrimary").fill("#c2410c");
        page.locator("#do-save").click();
        assertThat(page.locator("#contactEmail-error")).hasText("Give a valid e-mail address.");
        assertThat(page.locator("#tagline")).hasValue("Bowls <b>by hand</b>");
        page.locator("#contactEmail").fill("us@clay.example");
        page.locator("#do-save").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The settings are saved.");
        assertThat(page.locator("#imprint")).hasValue("Clay & Co\nVienna\n\n<script>alert(1)</script>");

        page.navigate(shop.address(handle + ".localhost", "/").toString());
        assertThat(page.locator(".foot")).containsText("us@clay.example");
        assertThat((String) page.evaluate(
                        "getComputedStyle(document.documentElement).getPropertyValue('--primary').trim()"))
                .isEqualTo("#c2410c");
        page.getByRole(AriaRole.LINK, named("Imprint")).click();
        assertThat(page.locator("article")).containsText("<script>alert(1)</script>");
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        assertThat(shop.http().get(handle + ".localhost", "/pages/terms").send().status())
                .isEqualTo(404);
    }

    @Test
    void aStoreGetsAnotherNameAndPlanAndTellsWhatItKeeps(Page page) throws IOException, SQLException {
        page.navigate(address("store?id=" + store));
        assertThat(page.locator("main")).containsText("o@example.com");
        assertThat(page.locator("main")).containsText("Has not joined yet");
        assertThat(page.locator("main")).containsText("0, 0 bytes");
        page.getByRole(AriaRole.LINK, named("Change name or plan")).click();
        page.locator("#name").fill("Clay, Sand & Co");
        page.locator("#plan").fill("Very big");
        page.locator("#do-save").click();
        assertThat(page.locator("#plan-error")).hasText("Name a plan, like standard.");
        page.locator("#plan").fill("big");
        page.locator("#do-save").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The name and the plan are changed.");
        assertThat(page.getByRole(AriaRole.HEADING, named("Clay, Sand & Co"))).isVisible();
        page.navigate(shop.address(handle + ".localhost", "/").toString());
        assertThat(page.locator("header")).containsText("Clay, Sand & Co");
        assertThat(shop.databases()
                        .list(
                                Databases.REGISTRY,
                                "SELECT changes ->> 'plan' FROM audit_entries WHERE store_id = ? AND action = 'store.describe'",
                                store))
                .singleElement()
                .satisfies(change -> assertThat(change).contains("standard", "big"));
        var usage = shop.http()
                .get("localhost", "/api/platform/v1/stores/" + store + "/usage")
                .bearer(shop.operatorToken("platform:read"))
                .send()
                .expect(200)
                .json();
        assertThat(usage.getJsonObject("database").getInt("bytes")).isGreaterThan(1_000_000);
        assertThat(usage.getInt("people")).isEqualTo(1);
    }

    @Test
    void whoComesLateReadsThatSomebodyElseWasFaster(Page page) throws IOException {
        page.navigate(address("store-settings?id=" + store));
        shop.http()
                .request("PUT", "localhost", "/api/platform/v1/stores/" + store + "/settings")
                .bearer(shop.operatorToken())
                .json(Map.of("tagline", "first"))
                .send()
                .expect(200);
        page.locator("#tagline").fill("second");
        page.locator("#do-save").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Somebody else changed the settings meanwhile");
        assertThat(page.locator("#tagline")).hasValue("second");
    }

    @Test
    void aFeatureIsDecidedForOneStoreAndSharedAmongAll(Page page) {
        page.navigate(address("store-settings?id=" + store));
        page.locator("#flag-advancedReports").selectOption("on");
        page.locator("#do-decide").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The features are decided.");
        assertThat(page.locator("#flag-advancedReports")).hasValue("on");

        page.navigate(address("flags"));
        shareOfOtherCurrencies(page, "1");
        shareOfOtherCurrencies(page, "0");
    }

    private void shareOfOtherCurrencies(Page page, String percentage) {
        page.locator("#percentage-multiCurrency").fill(percentage);
        page.getByRole(AriaRole.BUTTON, named("Save Other currencies")).click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The share is changed.");
        page.navigate(address("flags"));
        assertThat(page.locator("#percentage-multiCurrency")).hasValue(percentage);
    }

    @Test
    void aServerIsLookedAtBeforeItIsBelievedIn(Page page) {
        page.navigate(address("servers"));
        page.getByRole(AriaRole.LINK, named("embedded")).click();
        assertThat(page.locator("main")).containsText("Can make databases and roles");
        assertThat(page.locator("main")).containsText("GiB");

        page.navigate(address("new-server"));
        page.locator("#server").fill("north-1");
        page.locator("#host").fill("127.0.0.1");
        page.locator("#port").fill(String.valueOf(shop.databases().port()));
        page.locator("#user").fill("nobody-there");
        page.locator("#server-password").fill("wrong words");
        page.locator("#tls").selectOption("prefer");
        page.locator("#do-add").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The server refuses this user and password.");
        assertThat(page.locator("#host")).hasValue("127.0.0.1");
        assertThat(page.locator("#server-password")).hasValue("");

        page.locator("#server-password").fill("wrong words");
        page.locator("#tls").selectOption("require");
        page.locator("#do-add").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("No PostgreSQL server lets us in there");
    }

    @Test
    void theConfigurationIsShownWithoutItsSecrets(Page page) throws IOException {
        page.navigate(address("platform"));
        assertThat(page.locator("main")).containsText("dainostore.master.key.file");
        assertThat(page.content()).doesNotContain(operator.password());
    }

    @Test
    void aDeletionWaitsAndIsTakenBackUntilItIsDoneForGood(Page page) throws SQLException {
        page.navigate(address("delete-store?id=" + store));
        page.locator("#handle").fill(handle);
        page.locator("#do-delete-later").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("waits for its deletion");
        answers(404);
        page.locator("#do-restore").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The deletion is taken back.");
        page.locator("#do-resume").click();
        answers(200);
        assertThat(shop.databases()
                        .list(
                                Databases.REGISTRY,
                                "SELECT 1 FROM jobs JOIN operations USING (id) WHERE operations.store_id = ? AND jobs.state = 'ready'",
                                store))
                .isEmpty();

        page.navigate(address("delete-store?id=" + store));
        page.locator("#handle").fill(handle);
        page.locator("#do-delete-later").click();
        page.getByRole(AriaRole.LINK, named("Delete it now")).click();
        page.locator("#handle").fill(handle);
        page.locator("#do-delete").click();
        page.getByRole(AriaRole.LINK, named("Certificate of what is gone")).click();
        assertThat(page.locator("main")).containsText("The database");
        assertThat(page.locator("main")).containsText("Its key");
        looksRight(page, "certificate?id=" + store);
    }

    @Test
    void thePagesCanBeUsedByEverybodyInBothWidthsAndBothSchemes(Page page) {
        for (String path : List.of(
                "store-settings?id=" + store,
                "flags",
                "platform",
                "servers",
                "server?id=embedded",
                "new-server",
                "edit-store?id=" + store,
                "store?id=" + store)) {
            looksRight(page, path);
        }
    }

    private void looksRight(Page page, String path) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : new int[] {360, 1280}) {
                page.setViewportSize(width, 800);
                Response response = page.navigate(address(path));
                assertThat(response.status()).as(path).isEqualTo(200);
                assertThat(new AxeBuilder(page).analyze().getViolations())
                        .as("%s at %d px, %s", path, width, scheme)
                        .isEmpty();
                assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                        .as("%s at %d px is wider than the screen", path, width)
                        .isFalse();
            }
        }
    }

    private void answers(int status) {
        Eventually.holds(
                Duration.ofSeconds(30),
                handle + " answers " + status,
                () -> shop.http().get(handle + ".localhost", "/").send().status() == status);
    }

    private String address(String path) {
        return shop.address("localhost", "/admin/operator/" + path).toString();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
