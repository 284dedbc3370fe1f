package com.dainostore.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Browser;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The mails of a store and of the platform, in a browser and over the API. The server of the suite has no mail server. */
@ExtendWith({SharedServer.class, Browser.class})
class MailConsoleIT {
    private static final Pattern LINK = Pattern.compile("http://\\S+/admin/merchant/join\\?link=\\S+");

    private final RunningShop shop;
    private Staff owner;
    private String invited = "";

    MailConsoleIT(RunningShop shop) {
        this.shop = shop;
        this.owner = new Staff(shop, "", "", "");
    }

    @BeforeEach
    void somebodyIsInvited() throws IOException {
        owner = Staff.owner(shop, "Clay & Co");
        invited = "new@" + owner.handle() + ".example";
        owner.api("POST", "/people")
                .json(Map.of("email", invited, "role", "staff"))
                .send()
                .expect(201);
    }

    @Test
    void withoutAMailServerAnOwnerPassesTheLinkOnByHand(Page page) {
        owner.signIn(page);
        page.navigate(owner.address("mails"));
        assertThat(page.locator(".banner.warn")).containsText("No mail server is set up here");
        page.getByRole(AriaRole.LINK, named(invited)).click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Join Clay & Co"))).isVisible();
        assertThat(page.locator("main")).not().containsText("join?link=");

        page.locator("#password").fill("not my password");
        page.locator("#do-read").click();
        assertThat(page.locator("#password-error")).hasText("This is not your password.");
        assertThat(page.locator("main")).not().containsText("join?link=");
        page.locator("#password").fill(Staff.PASSWORD);
        page.locator("#do-read").click();
        assertThat(page.locator(".letter")).containsText(LINK);
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        String link = LINK.matcher(page.locator(".letter").textContent())
                .results()
                .findFirst()
                .orElseThrow()
                .group();

        page.navigate(owner.address("audit?topic=mails"));
        assertThat(page.locator("details").first()).containsText("read a mail with a link " + invited);
        page.navigate(link);
        assertThat(page.locator("main")).containsText(invited);
    }

    @Test
    void aMailIsTakenBackAndThenNeitherTriedAgainNorRead(Page page) {
        owner.signIn(page);
        page.navigate(owner.address("mails?q=" + invited));
        page.getByRole(AriaRole.LINK, named(invited)).click();
        page.locator("#do-cancel").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The mail is taken back.");
        assertThat(page.locator(".head .state")).hasText("Taken back");
        assertThat(page.locator("#do-read")).hasCount(0);
        page.getByRole(AriaRole.LINK, named("Mails")).first().click();
        page.locator(".chip", new Page.LocatorOptions().setHasText("Taken back"))
                .click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        String id = owner.api("GET", "/mails?state=cancelled")
                .send()
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        owner.api("POST", "/mails/" + id + "/retry").send().expect(409);
    }

    @Test
    void whoMayNotIsNotOfferedItAndIsRefused() throws SQLException {
        Staff manager = owner.colleague("manager");
        JsonObject mail = manager.api("GET", "/mails")
                .send()
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(mail.toString()).doesNotContain("link=");
        manager.api("POST", "/mails/" + mail.getString("id") + "/cancel").send().expect(403);
        manager.api("POST", "/mails/" + mail.getString("id") + "/retry").send().expect(403);
        owner.colleague("staff").api("GET", "/mails").send().expect(403);

        String address = "mail?id=" + mail.getString("id");
        for (String role : List.of("manager", "read_only", "admin")) {
            StaffSession session = StaffSession.open(role.equals("manager") ? manager : owner.colleague(role));
            String shown = session.get(address).send().expect(200).text();
            assertThat(shown).contains("only an owner can read it").doesNotContain("do-read");
            assertThat(shown.contains("do-cancel")).isEqualTo(role.equals("admin"));
            Map<String, String> fields = Map.of(
                    "id", mail.getString("id"), "form-read", "form-read", "do-read", "x", "password", Staff.PASSWORD);
            assertThat(session.submit("mail", fields).send().text()).doesNotContain("join?link=");
        }
        StaffSession.open(manager)
                .submit("mail", Map.of("id", mail.getString("id"), "form-cancel", "form-cancel", "do-cancel", "x"))
                .send();
        assertThat(manager.api("GET", "/mails/" + mail.getString("id"))
                        .send()
                        .json()
                        .getString("state"))
                .isEqualTo("waiting");
        StaffSession staff = StaffSession.open(owner.colleague("staff"));
        staff.get("mails").send().expect(403);
        staff.get(address).send().expect(403);
    }

    @Test
    void theMailsOfAnotherStoreAreNotThere(Page page) throws IOException {
        Staff other = Staff.owner(shop, "Others");
        String id = owner.api("GET", "/mails")
                .send()
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        other.api("GET", "/mails/" + id).send().expect(404);
        other.api("POST", "/mails/" + id + "/cancel").send().expect(404);
        other.signIn(page);
        page.navigate(other.address("mails"));
        assertThat(page.locator(".nothing")).containsText("No mails yet");
        assertThat(page.navigate(other.address("mail?id=" + id)).status()).isEqualTo(404);
        assertThat(page.navigate(other.address("mail")).status()).isEqualTo(404);
    }

    @Test
    void operatorsSeeThePlatformsMailsAndReadThemWithTheirPassword(Page page) throws IOException, SQLException {
        Operator operator = Operator.create(shop, false);
        operator.signIn(page);
        page.navigate(platform("people"));
        page.locator("#email").fill("someone@operators.example");
        page.locator("#do-invite").click();
        page.navigate(platform("mails"));
        assertThat(page.locator(".banner.warn")).containsText("dainostore.mail.host");
        page.getByRole(AriaRole.LINK, named("someone@operators.example"))
                .first()
                .click();
        page.locator("#password").fill(operator.password());
        page.locator("#do-read").click();
        assertThat(page.locator(".letter")).containsText("/admin/operator/join?link=");
        page.locator("#do-cancel").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The mail is taken back.");
    }

    @Test
    void thePagesCanBeUsedByEverybodyInBothWidthsAndBothSchemes(Page page) throws IOException, SQLException {
        owner.signIn(page);
        String id = owner.api("GET", "/mails")
                .send()
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        Looks.right(page, owner.address("mails"));
        Looks.right(page, owner.address("mail?id=" + id));
        Operator.create(shop, false).signIn(page);
        Looks.right(page, platform("mails"));
    }

    private String platform(String path) {
        return shop.address("localhost", "/admin/operator/" + path).toString();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
