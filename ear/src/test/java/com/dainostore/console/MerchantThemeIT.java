package com.dainostore.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Browser;
import com.dainostore.testing.Form;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The look of a shop, chosen and previewed in the console of its store and seen in the shop. */
@ExtendWith({SharedServer.class, Browser.class})
class MerchantThemeIT {
    private final RunningShop shop;
    private Staff owner;

    MerchantThemeIT(RunningShop shop) {
        this.shop = shop;
        this.owner = new Staff(shop, "", "", "");
    }

    @BeforeEach
    void aStoreOfItsOwn() throws IOException {
        owner = Staff.owner(shop, "Clay & Co");
    }

    @Test
    void whatIsTypedIsShownAtOnceAndTheShopHasItOnceItIsSaved(Page page) {
        owner.signIn(page);
        page.navigate(owner.address("theme"));
        page.locator("#themePrimary").fill("#ffb000");
        assertThat(page.locator("#preview")).containsText("1.8:1: white text is hard to read on the buttons.");
        assertThat(page.locator(".front-button").first()).hasCSS("background-color", "rgb(255, 176, 0)");
        assertThat(page.locator(".front-button").first()).hasCSS("color", "rgb(0, 0, 0)");
        page.locator("#themeSurface").fill("#808080");
        page.locator("#do-save").click();
        assertThat(page.locator("#themeSurface-error")).containsText("that is light or dark");
        page.locator("#themeSurface").fill("#fff7ed");
        page.locator("#themeRadius").fill("20");
        page.locator("#do-save").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The look is saved.");
        String previewed = (String) page.locator(".shopfront")
                .first()
                .evaluate("front => getComputedStyle(front).getPropertyValue('--accent').trim()");

        page.navigate(shop.address(owner.host(), "/").toString());
        assertThat((String) page.evaluate(
                        "getComputedStyle(document.documentElement).getPropertyValue('--primary').trim()"))
                .isEqualTo("#ffb000");
        assertThat((String)
                        page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()"))
                .isEqualTo(previewed);
    }

    @Test
    void aPictureOfTheShopIsItsLogoAndStaysAsLongAsItIs(Page page) {
        String logo = picture(owner, "logo.png", 600, 120);
        owner.signIn(page);
        page.navigate(owner.address("theme"));
        page.locator("input[name=themeLogo][value$='/logo.png']").check();
        assertThat(page.locator(".front-logo")).hasCount(2);
        page.locator("#do-save").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The look is saved.");

        page.navigate(owner.address("file?id=" + logo.substring(0, 36)));
        page.locator("#do-ask").click();
        page.locator("#do-delete").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("This is the logo of the shop.");

        page.navigate(shop.address(owner.host(), "/").toString());
        assertThat(page.locator(".top .logo")).hasAttribute("src", "/media/" + logo + "?w=640");
        assertThat(page.locator(".top .logo")).hasAttribute("alt", "Clay & Co");
        assertThat(page.locator(".top .logo")).hasJSProperty("naturalWidth", 600);
        Looks.right(page, shop.address(owner.host(), "/").toString());

        page.navigate(owner.address("theme"));
        page.locator("input[name=themeLogo][value='']").check();
        page.locator("#do-save").click();
        page.navigate(shop.address(owner.host(), "/").toString());
        assertThat(page.locator(".top .name")).hasText("Clay & Co");
    }

    @Test
    void thePictureOfAnotherShopIsNoLogo() throws IOException {
        Staff other = Staff.owner(shop, "Basalt");
        String foreign = picture(other, "foreign.png", 40, 40);
        assertThat(owner.api("PUT", "/settings")
                        .json(Map.of("themeLogo", foreign))
                        .send()
                        .expect(422)
                        .text())
                .contains("This shop has no such picture.");
        String own = picture(owner, "own.png", 40, 40);
        owner.api("PUT", "/settings")
                .json(Map.of("themeLogo", own.replace("own", "other")))
                .send()
                .expect(422);
        owner.api("PUT", "/settings")
                .json(Map.of("themeLogo", "../" + own))
                .send()
                .expect(422);
        owner.api("PUT", "/settings").json(Map.of("themeLogo", own)).send().expect(200);
    }

    @Test
    void whoMayOnlyLookGetsNoForm() throws SQLException {
        StaffSession manager = StaffSession.open(owner.colleague("manager"));
        assertThat(manager.get("theme").send().expect(200).text())
                .contains("Ask an owner or admin to change it.")
                .doesNotContain("do-save", "type=\"color\"");
        manager.submit(
                        "theme",
                        Map.of("form-theme", "form-theme", "do-save", "x", "themePrimary", "#000000", "was", "x"))
                .send()
                .expect(200, 403);
        StaffSession.open(owner.colleague("staff")).get("theme").send().expect(403);
        assertThat(owner.api("GET", "/settings").send().expect(200).text()).doesNotContain("#000000");
    }

    @Test
    void thePageCanBeUsedByEverybodyInBothWidthsAndBothSchemes(Page page) {
        picture(owner, "tall.png", 100, 400);
        owner.signIn(page);
        Looks.right(page, owner.address("theme"));
    }

    /** Adds a picture and says how it is addressed below {@code /media/}. */
    private static String picture(Staff staff, String name, int width, int height) {
        return staff.api("POST", "/media?folder=media")
                .form(new Form().file(name, "image/png", MerchantMediaIT.picture(width, height)))
                .send()
                .expect(201)
                .json()
                .getJsonArray("results")
                .getJsonObject(0)
                .getJsonObject("file")
                .getString("url")
                .substring("/media/".length());
    }
}
