package com.dainostore.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Browser;
import com.dainostore.testing.Eventually;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The audit logs in both consoles, in a browser. */
@ExtendWith({SharedServer.class, Browser.class})
class AuditConsoleIT {
    private final RunningShop shop;
    private Staff owner;

    AuditConsoleIT(RunningShop shop) {
        this.shop = shop;
        this.owner = new Staff(shop, "", "", "");
    }

    @BeforeEach
    void aStoreWhereSomethingHappened() throws IOException {
        owner = Staff.owner(shop, "Clay & Co");
        String price = "{\"amount\": 1200, \"currency\": \"EUR\"}";
        String product = "{\"title\": \"%s\", \"handle\": \"bowl\", \"status\": \"active\", \"variants\": [{\"price\": "
                + price + ", \"stock\": 3}]}";
        owner.api("POST", "/products")
                .body("application/json", product.formatted("Clay <b>bowl</b>"))
                .send()
                .expect(201);
    }

    @Test
    void whatHappenedIsFoundUnfoldedAndTakenAway(Page page) throws IOException, SQLException {
        Staff manager = owner.colleague("manager");
        manager.signIn(page);
        page.navigate(owner.address("audit"));
        Locator added = page.locator("details").filter(new Locator.FilterOptions().setHasText("added a product"));
        assertThat(added).hasCount(1);
        assertThat(added).containsText(owner.email());
        added.locator("summary").click();
        assertThat(added.locator(".changes")).containsText("Clay <b>bowl</b>");
        assertThat(added.locator("summary time")).hasAttribute("title", java.util.regex.Pattern.compile(".*UTC"));

        page.getByLabel("Search in names").fill("clay <B>");
        page.getByRole(AriaRole.BUTTON, named("Search")).click();
        assertThat(page.locator("details")).hasCount(1);
        page.getByLabel("Who").selectOption(manager.email());
        page.getByRole(AriaRole.BUTTON, named("Search")).click();
        assertThat(page.locator(".nothing")).containsText("Nothing matches");
        page.getByRole(AriaRole.LINK, named("Show everything")).click();
        page.getByRole(AriaRole.LINK, named("Catalog")).click();
        assertThat(page.locator("details")).hasCount(1);

        Download download = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, named("Export")).click());
        List<String> lines = Files.readAllLines(download.path());
        assertThat(lines).hasSize(1);
        JsonObject entry = Json.createReader(new StringReader(lines.get(0))).readObject();
        assertThat(entry.keySet())
                .containsExactlyInAnyOrder("timestamp", "tenantId", "userId", "action", "resourceId", "changes");
        assertThat(entry.getString("action")).isEqualTo("product.create");
        assertThat(entry.getString("tenantId")).isEqualTo(owner.store());
        page.navigate(owner.address("audit?topic=log"));
        assertThat(page.locator("details").first()).containsText("exported the log");
    }

    @Test
    void aDayIsADayOfTheStore(Page page) throws IOException {
        shop.http()
                .request("PUT", "localhost", "/api/platform/v1/stores/" + owner.store() + "/settings")
                .bearer(shop.operatorToken())
                .json(Map.of("timeZone", "Pacific/Kiritimati"))
                .send()
                .expect(200);
        owner.signIn(page);
        page.navigate(owner.address("audit"));
        Eventually.holds(Duration.ofSeconds(20), "the store has its time zone", () -> {
            page.reload();
            return page.locator("details time").first().getAttribute("title").endsWith("UTC+14:00");
        });
        String today = java.time.LocalDate.now(java.time.ZoneId.of("Pacific/Kiritimati"))
                .toString();
        page.navigate(owner.address("audit?from=" + today + "&to=" + today));
        assertThat(page.locator("details").first()).isVisible();
        assertThat(page.locator("section.day h2").first()).hasText("Today");
        page.navigate(owner.address("audit?from=" + today + "&to=1999-12-31"));
        assertThat(page.locator(".nothing")).isVisible();
    }

    @Test
    void thePagesFollowEachOtherWithoutAGap(Page page) throws SQLException {
        shop.databases().run(shop.databases().of(owner.store()), """
                INSERT INTO audit_entries (id, store_id, at, actor_kind, actor_id, actor_label, action, resource_id, changes,
                                           request_id, address, mac)
                SELECT gen_random_uuid(), '%s', now() - interval '2 days' - i * interval '1 minute', 'staff', 'x', 'x@x',
                       'product.update', 'r-' || i, '{}', '', '', '' FROM generate_series(1, 70) i""".formatted(owner.store()));
        owner.signIn(page);
        page.navigate(owner.address("audit?topic=catalog"));
        int seen = page.locator("details").count();
        assertThat(seen).isEqualTo(50);
        page.getByRole(AriaRole.LINK, named("Older")).click();
        assertThat(page.locator("details")).hasCount(21);
        assertThat(page.getByRole(AriaRole.LINK, named("Older"))).hasCount(0);
        page.getByRole(AriaRole.LINK, named("Newest")).click();
        assertThat(page.locator("details")).hasCount(50);
    }

    @Test
    void aCheckSaysInWordsWhatWasChangedPastTheApplication(Page page) throws SQLException {
        owner.signIn(page);
        page.navigate(owner.address("audit"));
        page.locator("#do-check").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Everything is as it was written.");

        shop.databases()
                .run(
                        shop.databases().of(owner.store()),
                        "UPDATE audit_entries SET actor_label = 'somebody@else.example' WHERE action = 'product.create'");
        page.locator("#do-check").click();
        Locator alarm = page.getByRole(AriaRole.ALERT);
        assertThat(alarm).containsText("Somebody changed this log past the application");
        assertThat(alarm.locator("li")).hasCount(1);
        assertThat(alarm.locator("li")).containsText("Changed");
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        alarm.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("See the entry"))
                .click();
        assertThat(page.locator("details")).hasCount(1);
        assertThat(page.locator("details")).containsText("somebody@else.example");
    }

    @Test
    void whoMayNotSeeOrCheckIsNotOfferedItAndIsRefused(Page page) throws SQLException {
        Staff manager = owner.colleague("manager");
        manager.signIn(page);
        page.navigate(owner.address("audit"));
        assertThat(page.locator("#do-check")).hasCount(0);
        StaffSession.open(manager)
                .submit("audit", Map.of("form-check", "form-check", "do-check", "x"))
                .send();
        page.reload();
        assertThat(page.locator("main")).containsText("added a product");
        assertThat(page.locator("main")).not().containsText("checked the log");
        manager.api("POST", "/audit/check").send().expect(403);

        StaffSession staff = StaffSession.open(owner.colleague("staff"));
        staff.get("audit").send().expect(403);
        staff.get("audit-export").send().expect(403);
        assertThat(staff.get("home").send().expect(200).text()).doesNotContain("merchant/audit");
    }

    @Test
    void merchantsSeeWhatOperatorsDidToTheirStoreAndOperatorsSeeNothingElseOfIt(Page page)
            throws IOException, SQLException {
        Operator operator = Operator.create(shop, false);
        operator.signIn(page);
        page.navigate(platform("store?id=" + owner.store()));
        page.getByRole(AriaRole.BUTTON, named("Suspend")).click();
        page.getByRole(AriaRole.BUTTON, named("Resume")).click();
        page.getByRole(AriaRole.LINK, named("What operators did to it")).click();
        assertThat(page.locator("details").filter(new Locator.FilterOptions().setHasText(operator.email())))
                .hasCount(2);
        assertThat(page.locator("main")).not().containsText("added a product");
        page.locator("#do-check").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Everything is as it was written.");
        Download download = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, named("Export")).click());
        assertThat(Files.readString(download.path())).contains("store.suspend").doesNotContain("product.create");
        page.getByRole(AriaRole.LINK, named("All stores")).click();
        page.locator("#do-check").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Everything is as it was written.");

        owner.signIn(page);
        Eventually.holds(Duration.ofSeconds(60), "the store is told what was done to it", () -> {
            page.navigate(owner.address("audit?who=operator"));
            return page.locator("details").count() >= 3;
        });
        assertThat(page.locator("main")).containsText("An operator of the platform took the store off the air");
        assertThat(page.locator("main")).not().containsText(operator.email());
    }

    @Test
    void thePagesCanBeUsedByEverybodyInBothWidthsAndBothSchemes(Page page) throws IOException, SQLException {
        owner.signIn(page);
        Looks.right(page, owner.address("audit"));
        Operator.create(shop, false).signIn(page);
        Looks.right(page, platform("audit"));
        Looks.right(page, platform("audit?store=" + owner.store()));
    }

    private String platform(String path) {
        return shop.address("localhost", "/admin/operator/" + path).toString();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
