package com.dainostore.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Browser;
import com.dainostore.testing.Databases;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How operators get in, by links and with a second factor, in a browser. */
@ExtendWith({SharedServer.class, Browser.class})
class PeopleIT {
    private static final String WORDS = "a few unrelated words";

    private final RunningShop shop;
    private Operator operator;

    PeopleIT(RunningShop shop) {
        this.shop = shop;
    }

    @BeforeEach
    void anOperator() throws IOException, SQLException {
        operator = Operator.create(shop, false);
    }

    @Test
    void whoIsInvitedJoinsByTheLinkOnceAndSignsIn(Page page) throws SQLException {
        String email = "new-" + UUID.randomUUID().toString().substring(0, 8) + "@example.com";
        operator.signIn(page);
        page.getByRole(AriaRole.LINK, link("People")).click();
        page.getByLabel("E-mail").fill(email);
        page.getByRole(AriaRole.BUTTON, button("Send invitation")).click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The invitation is on its way.");
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText(email)))
                .containsText("Invited");
        looksRight(page, "people");
        page.context().clearCookies();

        String link = link(email, "join");
        looksRight(page, "join?link=" + link);
        page.navigate(address("join?link=" + link));
        page.getByRole(AriaRole.BUTTON, button("Join")).click();
        assertThat(page.locator("#name-error")).isVisible();
        page.locator("#name").fill("Ada");
        page.locator("#new-password").fill(WORDS);
        page.locator("#repeated-password").fill(WORDS);
        page.getByRole(AriaRole.BUTTON, button("Join")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Welcome.");
        new Operator(shop, email, WORDS).fill(page, WORDS);
        page.waitForURL("**/operator/stores");

        page.navigate(address("join?link=" + link));
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("This link does not work");
    }

    @Test
    void aColleagueWhoIsSentAwayIsSignedOut(Page page) throws IOException, SQLException {
        Operator colleague = Operator.create(shop, false);
        Session session = Session.open(colleague);
        operator.signIn(page);
        page.navigate(address("people"));
        page.getByRole(AriaRole.BUTTON, button("Deactivate " + colleague.email()))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("They are signed out");

        assertThat(session.get("/admin/operator/stores")
                        .send()
                        .expect(303)
                        .header("Location")
                        .orElseThrow())
                .contains("/operator/sign-in");
        assertThat(Session.signIn(shop, colleague.email(), colleague.password(), Map.of())
                        .status())
                .isEqualTo(200);
        page.getByRole(AriaRole.BUTTON, button("Reactivate " + colleague.email()))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("They can sign in again");
    }

    @Test
    void aForgottenPasswordIsChosenAnewByTheLink(Page page) throws SQLException {
        looksRight(page, "forgot");
        for (String email : List.of(operator.email(), "nobody@example.com")) {
            page.navigate(address("forgot"));
            page.getByLabel("E-mail").fill(email);
            page.getByRole(AriaRole.BUTTON, button("Send the link")).click();
            assertThat(page.getByRole(AriaRole.STATUS))
                    .containsText("If an operator has this e-mail, a link is on its way.");
        }
        Session before = Session.open(operator);
        String link = link(operator.email(), "reset");
        looksRight(page, "reset?link=" + link);
        page.navigate(address("reset?link=" + link));
        page.locator("#new-password").fill(WORDS);
        page.locator("#repeated-password").fill("other words");
        page.getByRole(AriaRole.BUTTON, button("Save password")).click();
        assertThat(page.locator("#repeated-password-error")).isVisible();
        page.locator("#new-password").fill(WORDS);
        page.locator("#repeated-password").fill(WORDS);
        page.getByRole(AriaRole.BUTTON, button("Save password")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Your new password is saved.");

        before.get("/admin/operator/stores").send().expect(303);
        page.navigate(address("reset?link=" + link));
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("This link does not work");
    }

    @Test
    void aSecondFactorIsSetUpAndAskedFor(Page page) throws SQLException {
        operator.signIn(page);
        looksRight(page, "second-factor");
        page.navigate(address("second-factor"));
        page.locator("#password").fill(operator.password());
        page.getByRole(AriaRole.BUTTON, button("Set up")).click();
        assertThat(page.locator(".qr")).isVisible();
        looksRight(page, "second-factor");
        page.navigate(address("second-factor"));
        Authenticator app =
                new Authenticator(page.locator("code").first().innerText().replace(" ", ""));
        page.locator("#code").fill("000000");
        page.getByRole(AriaRole.BUTTON, button("Turn on")).click();
        assertThat(page.locator("#code-error")).isVisible();
        page.locator("#code").fill(app.code());
        page.getByRole(AriaRole.BUTTON, button("Turn on")).click();
        assertThat(page.getByRole(AriaRole.HEADING, heading("Keep these recovery codes")))
                .isVisible();
        List<String> recovery = page.locator(".codes code").allInnerTexts();
        assertThat(recovery).hasSize(10);
        Looks.rightNow(page, "operator-recovery-codes");
        looksRight(page, "second-factor");
        page.context().clearCookies();

        page.navigate(address("sign-in"));
        operator.fill(page, operator.password());
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("code of your authenticator app");
        page.getByLabel("Code").fill(recovery.get(0));
        operator.fill(page, operator.password());
        page.waitForURL("**/operator/stores");
        page.context().clearCookies();
        page.navigate(address("sign-in"));
        page.getByLabel("Code").fill(recovery.get(0));
        operator.fill(page, operator.password());
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("wrong or was used before");
    }

    @Test
    void anotherEmailCountsOnceItIsConfirmed(Page page) throws SQLException {
        String email = "other-" + UUID.randomUUID().toString().substring(0, 8) + "@example.com";
        operator.signIn(page);
        looksRight(page, "account");
        page.locator("#email").fill(email);
        page.locator("#password").fill(operator.password());
        page.locator("#do-email").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("A link is on its way.");
        assertThat(page.getByText(email + " waits to be confirmed")).isVisible();
        looksRight(page, "account");
        String link = link(operator.email(), "email");
        looksRight(page, "confirm-email?link=" + link);
        page.locator("#do-confirm").click();
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Your e-mail is confirmed");
        page.context().clearCookies();
        new Operator(shop, email, operator.password()).signIn(page);
    }

    @Test
    void aTokenIsMadeForAPurposeShownOnceAndRevoked(Page page) {
        operator.signIn(page);
        page.navigate(address("tokens"));
        page.locator("#name").fill("Nightly report");
        page.locator("[value='platform:read']").check();
        page.locator("#do-make").click();
        String token = page.locator("#token-text").innerText();
        shop.http()
                .get("localhost", "/api/platform/v1/stores")
                .bearer(token)
                .send()
                .expect(200);
        page.getByRole(AriaRole.LINK, link("I have kept it")).click();
        looksRight(page, "tokens");
        page.getByRole(AriaRole.BUTTON, button("Revoke Nightly report")).click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The token works no more.");
        shop.http()
                .get("localhost", "/api/platform/v1/stores")
                .bearer(token)
                .send()
                .expect(401);
    }

    /** Puts a link of ours in the place of the one that was mailed, whose text nobody has but who got it. */
    private String link(String email, String purpose) throws SQLException {
        String text = UUID.randomUUID().toString().replace("-", "") + "abcdefghijk";
        shop.databases().run(Databases.REGISTRY, """
                UPDATE links SET hash = sha256('link %s'::bytea) WHERE purpose = '%s'
                  AND account_id = (SELECT id FROM operators WHERE email = '%s')
                """.formatted(text, purpose, email));
        return text;
    }

    private void looksRight(Page page, String path) {
        Looks.right(page, address(path));
    }

    private String address(String path) {
        return shop.address("localhost", "/admin/operator/" + path).toString();
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions heading(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
