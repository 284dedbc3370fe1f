package com.dainostore.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Browser;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody of a store's staff does for their own account, in a browser. */
@ExtendWith({SharedServer.class, Browser.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MerchantAccountIT {
    private static final String WORDS = "a few unrelated words";

    private final RunningShop shop;
    private Staff owner;
    private Staff ada;

    MerchantAccountIT(RunningShop shop) {
        this.shop = shop;
        this.owner = new Staff(shop, "", "", "");
        this.ada = owner;
    }

    @BeforeAll
    void aStore() throws IOException {
        owner = Staff.owner(shop, "Hazel & Sons");
    }

    @BeforeEach
    void somebody() throws SQLException {
        ada = owner.colleague("staff");
    }

    @Test
    void aNewNameIsSeenAndANewPasswordEndsTheOtherSessions(Page page) {
        StaffSession other = StaffSession.open(ada);
        ada.signIn(page);
        page.getByRole(AriaRole.BUTTON, called("Your account")).click();
        page.getByRole(AriaRole.LINK, called("Your account")).click();
        page.locator("#name").fill("");
        page.locator("#do-rename").click();
        assertThat(page.locator("#name-error")).isVisible();
        page.locator("#name").fill("Ada Hazel");
        page.locator("#do-rename").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Your colleagues see your new name.");
        assertThat(page.locator(".bar")).containsText("Ada Hazel");

        page.locator("#old-password").fill("wrong words");
        page.locator("#new-password").fill(WORDS);
        page.locator("#repeated-password").fill(WORDS);
        page.locator("#do-change").click();
        assertThat(page.locator("#old-password-error")).isVisible();
        page.locator("#old-password").fill(Staff.PASSWORD);
        page.locator("#new-password").fill(WORDS);
        page.locator("#repeated-password").fill(WORDS);
        page.locator("#do-change").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Your new password is saved.");
        other.get("home").send().expect(303);
    }

    @Test
    void anotherEmailWaitsUntilItIsConfirmed(Page page) throws SQLException {
        Staff later = owner.named("ada-" + UUID.randomUUID().toString().substring(0, 8) + "@example.com");
        ada.signIn(page);
        page.navigate(ada.address("account"));
        Looks.right(page, ada.address("account"));
        ask(page, owner.email());
        assertThat(page.locator("#email-error")).isVisible();
        assertThat(page.locator("#email")).hasValue(owner.email());
        ask(page, later.email());
        assertThat(page.getByText(later.email() + " waits to be confirmed")).isVisible();
        page.locator("#do-keep").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("You keep your e-mail.");
        ask(page, later.email());
        Looks.right(page, ada.address("account?done=email"));

        String link = ada.link("email");
        Looks.right(page, ada.address("confirm-email?link=" + link));
        page.locator("#do-confirm").click();
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Your e-mail is confirmed");
        page.context().clearCookies();
        later.signIn(page);
    }

    @Test
    void aSecondFactorIsSetUpAskedForAndTurnedOff(Page page) {
        ada.signIn(page);
        Looks.right(page, ada.address("second-factor"));
        page.locator("#password").fill(Staff.PASSWORD);
        page.locator("#do-begin").click();
        assertThat(page.locator(".qr")).isVisible();
        Looks.rightNow(page, "merchant-second-factor-begun");
        Authenticator app =
                new Authenticator(page.locator("code").first().innerText().replace(" ", ""));
        page.locator("#code").fill("000000");
        page.locator("#do-confirm").click();
        assertThat(page.locator("#code-error")).isVisible();
        page.locator("#code").fill(app.code());
        page.locator("#do-confirm").click();
        assertThat(page.getByRole(AriaRole.HEADING, called("Keep these recovery codes")))
                .isVisible();
        List<String> recovery = page.locator(".codes code").allInnerTexts();
        assertThat(recovery).hasSize(10);
        Looks.rightNow(page, "merchant-recovery-codes");
        page.context().clearCookies();

        page.navigate(ada.address("sign-in"));
        enter(page, "");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("code of your authenticator app");
        enter(page, recovery.get(0));
        page.waitForURL("**/merchant/home");
        page.context().clearCookies();
        page.navigate(ada.address("sign-in"));
        enter(page, recovery.get(0));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("wrong or was used before");
        enter(page, app.code(1));
        page.waitForURL("**/merchant/home");

        page.navigate(ada.address("second-factor"));
        assertThat(page.locator("main")).containsText("9 recovery codes left");
        page.locator("#password").fill(Staff.PASSWORD);
        page.locator("#do-remove").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Your second factor is off.");
    }

    @Test
    void aTokenIsMadeForAPurposeShownOnceAndRevoked(Page page) {
        ada.signIn(page);
        page.navigate(ada.address("tokens"));
        assertThat(page.locator("[value='team:read']")).hasCount(0);
        page.locator("#do-make").click();
        assertThat(page.locator("#name-error")).isVisible();
        page.locator("#name").fill("Nightly import");
        page.locator("#do-make").click();
        assertThat(page.locator("#scopes-error")).isVisible();
        page.locator("[value='products:read']").check();
        page.locator("#days").selectOption("7");
        page.locator("#do-make").click();
        String token = page.locator("#token-text").innerText();
        Looks.rightNow(page, "merchant-token-made");
        shop.http()
                .get(ada.host(), "/api/admin/v1/products")
                .bearer(token)
                .send()
                .expect(200);
        shop.http()
                .request("POST", ada.host(), "/api/admin/v1/products")
                .bearer(token)
                .json(Map.of("title", "No"))
                .send()
                .expect(403);

        page.getByRole(AriaRole.LINK, called("I have kept it")).click();
        assertThat(page.locator("#token-text")).hasCount(0);
        Looks.right(page, ada.address("tokens"));
        page.getByRole(AriaRole.BUTTON, called("Revoke Nightly import")).click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The token works no more.");
        shop.http()
                .get(ada.host(), "/api/admin/v1/products")
                .bearer(token)
                .send()
                .expect(401);
    }

    @Test
    void aSessionThatIsEndedFromAnotherBrowserIsOut(Page page) {
        StaffSession lost = StaffSession.open(ada);
        ada.signIn(page);
        Looks.right(page, ada.address("sessions"));
        page.locator("#do-end-others").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Your other sessions have ended.");
        lost.get("home").send().expect(303);
        page.navigate(ada.address("home"));
        assertThat(page).hasURL(ada.address("home"));
    }

    private static void ask(Page page, String email) {
        page.locator("#email").fill(email);
        page.locator("#password").fill(Staff.PASSWORD);
        page.locator("#do-email").click();
    }

    private void enter(Page page, String code) {
        page.locator("#email").fill(ada.email());
        page.locator("#password").fill(Staff.PASSWORD);
        page.locator("#code").fill(code);
        page.locator("#do-sign-in").click();
    }

    private static Page.GetByRoleOptions called(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
