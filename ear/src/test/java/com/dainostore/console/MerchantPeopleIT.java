package com.dainostore.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Browser;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** How the people of a store are brought in, get in, and are sent away, in a browser. */
@ExtendWith({SharedServer.class, Browser.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MerchantPeopleIT {
    private static final String WORDS = "a few unrelated words";

    private final RunningShop shop;
    private Staff owner;

    MerchantPeopleIT(RunningShop shop) {
        this.shop = shop;
    }

    @BeforeAll
    void aStore() throws IOException {
        owner = Staff.owner(shop, "Hazel & Sons");
    }

    @Test
    void aColleagueIsInvitedJoinsByTheLinkAndSeesWhatTheirRoleAllows(Page page) throws SQLException {
        Staff ada = owner.named("ada-" + UUID.randomUUID().toString().substring(0, 8) + "@example.com");
        owner.signIn(page);
        page.getByRole(AriaRole.LINK, called("Team")).click();
        page.getByRole(AriaRole.LINK, called("Invite")).click();
        Looks.right(page, owner.address("invite"));
        page.getByLabel("E-mail").fill(owner.email());
        page.getByRole(AriaRole.RADIO, radio("Staff")).check();
        page.locator("#do-invite").click();
        assertThat(page.locator("#email-error")).isVisible();
        assertThat(page.getByRole(AriaRole.RADIO, radio("Staff"))).isChecked();
        page.getByLabel("E-mail").fill(ada.email());
        page.locator("#do-invite").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The invitation is on its way.");
        assertThat(row(page, ada)).containsText("Invited");
        Looks.right(page, owner.address("team"));
        Looks.right(page, owner.address("team?q=nobody"));
        page.context().clearCookies();

        String link = ada.link("join");
        Looks.right(page, owner.address("join?link=" + link));
        page.locator("#name").fill("Ada");
        page.locator("#new-password").fill(WORDS);
        page.locator("#repeated-password").fill("other words");
        page.locator("#do-join").click();
        assertThat(page.locator("#repeated-password-error")).isVisible();
        page.locator("#new-password").fill(WORDS);
        page.locator("#repeated-password").fill(WORDS);
        page.locator("#do-join").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Welcome.");
        signIn(page, ada, WORDS);
        page.waitForURL("**/merchant/home");

        assertThat(page.locator("nav").getByText("Products")).isVisible();
        assertThat(page.locator("nav").getByText("Team")).hasCount(0);
        assertThat(page.navigate(owner.address("team")).status()).isEqualTo(403);
        page.navigate(owner.address("join?link=" + link));
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("This link does not work");
        page.context().clearCookies();
        owner.signIn(page);
        page.navigate(owner.address("team?state=active&q=" + ada.email()));
        assertThat(row(page, ada)).containsText("just now");
    }

    @Test
    void aColleagueWhoIsDeactivatedIsOutAtOnceAndMayComeBack(Page page) throws SQLException {
        Staff ben = owner.colleague("manager");
        StaffSession session = StaffSession.open(ben);
        owner.signIn(page);
        page.navigate(owner.address("person?id=" + ben.id()));
        Looks.right(page, owner.address("person?id=" + ben.id()));
        page.getByRole(AriaRole.BUTTON, called("Deactivate")).click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("They are signed out");
        assertThat(page.getByText("Deactivated", exactly())).isVisible();

        assertThat(session.get("home").send().expect(303).header("Location").orElseThrow())
                .contains("/merchant/sign-in");
        page.getByRole(AriaRole.BUTTON, called("Activate")).click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("They can sign in again");
        StaffSession.open(ben).get("home").send().expect(200);
    }

    @Test
    void aColleagueIsRemovedAfterAQuestionAndAnInvitationIsSentAgain(Page page) throws SQLException {
        Staff gus = owner.named("gus-" + UUID.randomUUID().toString().substring(0, 8) + "@example.com");
        owner.api("POST", "/people")
                .json(Map.of("email", gus.email(), "role", "read_only"))
                .send()
                .expect(201);
        String first = gus.link("join");
        owner.signIn(page);
        page.navigate(owner.address("team?state=invited"));
        page.getByRole(AriaRole.LINK, called(gus.email())).click();
        page.getByRole(AriaRole.BUTTON, called("Send it again")).click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Another invitation is on its way.");
        assertThat(shop.http()
                        .get(owner.host(), "/admin/merchant/join?link=" + first)
                        .send()
                        .text())
                .contains("This link does not work");

        page.getByRole(AriaRole.LINK, called("Remove")).click();
        Looks.right(page, page.url());
        page.getByRole(AriaRole.LINK, called("Keep them")).click();
        page.getByRole(AriaRole.LINK, called("Remove")).click();
        page.getByRole(AriaRole.BUTTON, called("Remove for good")).click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("They are removed");
        assertThat(row(page, gus)).hasCount(0);
    }

    @Test
    void aRoleOfTheStoreIsMadeGivenAndDeletedWhenNobodyHasIt(Page page) throws SQLException {
        Staff cleo = owner.colleague("staff");
        String name = "Packer " + UUID.randomUUID().toString().substring(0, 4);
        owner.signIn(page);
        page.navigate(owner.address("roles"));
        Looks.right(page, owner.address("roles"));
        page.getByRole(AriaRole.LINK, called("New role")).click();
        Looks.right(page, owner.address("role"));
        level(page, "Orders", "Edit").check();
        page.locator("#do-save").click();
        assertThat(page.locator("#name-error")).isVisible();
        assertThat(level(page, "Orders", "Edit")).isChecked();
        page.locator("#name").fill(name);
        page.locator("#do-save").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The role is there.");

        page.navigate(owner.address("person?id=" + cleo.id()));
        page.getByRole(AriaRole.RADIO, radio(name)).check();
        page.locator("#do-give").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Their role has changed.");
        StaffSession session = StaffSession.open(cleo);
        session.get("products").send().expect(403);

        page.navigate(owner.address("roles"));
        page.getByRole(AriaRole.LINK, called(name)).click();
        Looks.right(page, page.url());
        level(page, "Products", "See").check();
        page.locator("#do-save").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The role is saved.");
        session.get("products").send().expect(200);

        page.getByRole(AriaRole.LINK, called("Delete role")).click();
        assertThat(page.locator("#form-remove")).containsText("1 person has this role.");
        assertThat(page.locator("#do-remove")).hasCount(0);
        page.getByRole(AriaRole.LINK, called("Give them another one")).click();
        page.getByRole(AriaRole.LINK, called(cleo.email())).click();
        page.getByRole(AriaRole.RADIO, radio("Staff")).check();
        page.locator("#do-give").click();
        page.navigate(owner.address("roles"));
        page.getByRole(AriaRole.LINK, called(name)).click();
        page.getByRole(AriaRole.LINK, called("Delete role")).click();
        page.getByRole(AriaRole.BUTTON, called("Delete for good")).click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The role is gone.");
    }

    @Test
    void aRoleThatAColleagueChangedMeanwhileIsNotOverwritten(Page page) {
        String name = "Clerk " + UUID.randomUUID().toString().substring(0, 4);
        String role = owner.api("POST", "/roles")
                .json(Map.of("name", name, "permissions", Map.of("orders", "view")))
                .send()
                .expect(201)
                .json()
                .getString("id");
        owner.signIn(page);
        page.navigate(owner.address("role?id=" + role));
        level(page, "Customers", "See").check();
        owner.api("PUT", "/roles/" + role)
                .json(Map.of("name", name, "permissions", Map.of("orders", "edit")))
                .send()
                .expect(200);
        page.locator("#do-save").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("A colleague has changed this role in the meantime.");
        assertThat(level(page, "Customers", "See")).isChecked();
        page.getByRole(AriaRole.LINK, called("Load it again")).click();
        assertThat(level(page, "Orders", "Edit")).isChecked();
        assertThat(level(page, "Customers", "See")).not().isChecked();
    }

    @Test
    void whatSomebodyDoesNotHoldTheyAreNotOffered(Page page) throws SQLException {
        String role = owner.api("POST", "/roles")
                .json(Map.of(
                        "name",
                        "Recruiter " + UUID.randomUUID().toString().substring(0, 4),
                        "permissions",
                        Map.of("team", "full", "catalog", "view")))
                .send()
                .expect(201)
                .json()
                .getString("id");
        Staff eve = owner.colleague("staff");
        owner.api("PUT", "/people/" + eve.id())
                .json(Map.of("role", role))
                .send()
                .expect(200);
        Staff admin = owner.colleague("admin");

        eve.signIn(page);
        page.navigate(owner.address("invite"));
        assertThat(page.getByRole(AriaRole.RADIO)).hasCount(1);
        page.navigate(owner.address("role"));
        assertThat(page.getByRole(AriaRole.RADIOGROUP, called("Products")).getByRole(AriaRole.RADIO))
                .hasCount(2);
        page.navigate(owner.address("person?id=" + admin.id()));
        assertThat(page.getByText("They may do more than you")).isVisible();
        assertThat(page.locator("main form")).hasCount(0);
        page.navigate(owner.address("person?id=" + eve.id()));
        assertThat(page.getByText("This is you.")).isVisible();
        assertThat(page.locator("main form")).hasCount(0);
        page.context().clearCookies();

        admin.signIn(page);
        page.navigate(owner.address("invite"));
        assertThat(page.getByRole(AriaRole.RADIO, radio("Owner"))).hasCount(0);
        assertThat(page.getByRole(AriaRole.RADIO, radio("Admin"))).hasCount(1);
        page.context().clearCookies();

        owner.colleague("manager").signIn(page);
        Looks.right(page, owner.address("role?id=staff"));
        page.navigate(owner.address("team"));
        assertThat(page.getByRole(AriaRole.LINK, called("Invite"))).hasCount(0);
    }

    @Test
    void theStoreIsHandedOverByItsNameAndThePassword(Page page) throws IOException, SQLException {
        Staff first = Staff.owner(shop, "Rowan");
        Staff next = first.colleague("manager");
        first.signIn(page);
        page.navigate(first.address("person?id=" + next.id()));
        page.getByRole(AriaRole.LINK, called("Hand over")).click();
        Looks.right(page, page.url());
        page.locator("#shop-name").fill("Another");
        page.locator("#password").fill(Staff.PASSWORD);
        page.locator("#do-hand-over").click();
        assertThat(page.locator("#shop-name-error")).isVisible();
        page.locator("#shop-name").fill("Rowan");
        page.locator("#password").fill("wrong");
        page.locator("#do-hand-over").click();
        assertThat(page.locator("#password-error")).isVisible();
        assertThat(page.locator("#shop-name")).hasValue("Rowan");
        page.locator("#password").fill(Staff.PASSWORD);
        page.locator("#do-hand-over").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("You are an admin.");

        page.navigate(first.address("person?id=" + next.id()));
        assertThat(page.locator("main form")).hasCount(0);
        page.navigate(first.address("home"));
        assertThat(page.locator(".head")).containsText("Admin");
    }

    @Test
    void aForgottenPasswordIsChosenAnewByTheLinkAndEndsAllSessions(Page page) throws SQLException {
        Staff dora = owner.colleague("staff");
        StaffSession before = StaffSession.open(dora);
        page.navigate(owner.address("sign-in"));
        Looks.right(page, owner.address("sign-in"));
        page.getByRole(AriaRole.LINK, called("Forgotten your password?")).click();
        Looks.right(page, owner.address("forgot"));
        page.getByLabel("E-mail").fill(dora.email());
        page.locator("#do-ask").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("a link is on its way");

        String link = dora.link("reset");
        Looks.right(page, owner.address("reset?link=" + link));
        page.locator("#new-password").fill(WORDS);
        page.locator("#repeated-password").fill(WORDS);
        page.locator("#do-reset").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Your new password is saved.");
        before.get("home").send().expect(303);
        signIn(page, dora, Staff.PASSWORD);
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The e-mail or the password is wrong.");
        signIn(page, dora, WORDS);
        page.waitForURL("**/merchant/home");
        page.navigate(owner.address("reset?link=" + link));
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("This link does not work");
    }

    @Test
    void theWayInLeadsToWhereSomebodyWantedToGoAndTheWayOutEndsTheSession(Page page) {
        page.navigate(owner.address("team?state=invited"));
        assertThat(page).hasURL(Pattern.compile(".*/merchant/sign-in\\?next=.*"));
        signIn(page, owner, Staff.PASSWORD);
        assertThat(page).hasURL(Pattern.compile(".*/merchant/team\\?state=invited"));
        String cookie = "dainostore-staff="
                + page.context().cookies().stream()
                        .filter(one -> one.name.contains("staff"))
                        .findFirst()
                        .orElseThrow()
                        .value;
        page.getByRole(AriaRole.BUTTON, called("Your account")).click();
        page.getByRole(AriaRole.BUTTON, called("Sign out")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("You are signed out.");
        shop.http()
                .get(owner.host(), "/admin/merchant/home")
                .header("Cookie", cookie)
                .send()
                .expect(303);
    }

    private static void signIn(Page page, Staff who, String password) {
        page.getByLabel("E-mail").fill(who.email());
        page.locator("#password").fill(password);
        page.locator("#do-sign-in").click();
    }

    private static Locator row(Page page, Staff who) {
        return page.locator("tr", new Page.LocatorOptions().setHasText(who.email()));
    }

    private static Locator level(Page page, String area, String level) {
        return page.getByRole(AriaRole.RADIOGROUP, called(area))
                .getByRole(
                        AriaRole.RADIO,
                        new Locator.GetByRoleOptions().setName(level).setExact(true));
    }

    private static Page.GetByRoleOptions called(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** Roles stand in their labels together with what they allow. */
    private static Page.GetByRoleOptions radio(String role) {
        return new Page.GetByRoleOptions().setName(Pattern.compile("^" + role + "\\b.*"));
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
