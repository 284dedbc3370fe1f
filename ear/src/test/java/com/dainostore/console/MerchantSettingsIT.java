package com.dainostore.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Browser;
import com.dainostore.testing.Eventually;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way of a store's staff through its settings, in a browser, and what the settings refuse. */
@ExtendWith({SharedServer.class, Browser.class})
class MerchantSettingsIT {
    private final RunningShop shop;
    private Staff owner;

    MerchantSettingsIT(RunningShop shop) {
        this.shop = shop;
        this.owner = new Staff(shop, "", "", "");
    }

    @BeforeEach
    void aStoreOfItsOwn() throws IOException {
        owner = Staff.owner(shop, "Clay & Co");
    }

    @Test
    void theBarThatSavesComesWithTheFirstChangeAndTheShopShowsWhatWasSaved(Page page) {
        owner.signIn(page);
        page.navigate(owner.address("settings"));
        assertThat(page.locator(".savebar")).isHidden();

        page.locator("#tagline").fill("Bowls <b>by hand</b>");
        page.locator("#imprint").fill("Clay & Co\nVienna\n\n<script>alert(1)</script>");
        page.locator("#timeZone").selectOption("Europe/Vienna");
        page.locator("#contactEmail").fill("nobody");
        assertThat(page.locator(".savebar")).isVisible();
        page.locator("#do-save").click();
        assertThat(page.locator("#contactEmail-error")).hasText("Give a valid e-mail address.");
        assertThat(page.locator("#tagline")).hasValue("Bowls <b>by hand</b>");
        assertThat(page.locator(".savebar")).isVisible();

        page.locator("#contactEmail").fill("us@clay.example");
        page.locator("#do-save").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The settings are saved.");
        assertThat(page.locator("#timeZone")).hasValue("Europe/Vienna");
        assertThat(page.locator(".note")).containsText("Changed last by " + owner.email());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("See it in the shop (Imprint)"))
                .click();
        assertThat(page.locator("article")).containsText("<script>alert(1)</script>");
        assertThat(page.locator(".foot")).containsText("us@clay.example");
    }

    @Test
    void whatTwoPeopleChangeAtOnceIsMergedAndTheSameFieldShowsBoth(Page page) {
        owner.signIn(page);
        page.navigate(owner.address("settings"));
        page.locator("#tagline").fill("Bowls");
        owner.api("PUT", "/settings")
                .json(Map.of("contactPhone", "+43 1 234"))
                .send()
                .expect(200);
        page.locator("#do-save").click();
        assertThat(page.locator("#tagline")).hasValue("Bowls");
        assertThat(page.locator("#contactPhone")).hasValue("+43 1 234");

        page.locator("#tagline").fill("Bowls and cups");
        owner.api("PUT", "/settings").json(Map.of("tagline", "Plates")).send().expect(200);
        page.locator("#do-save").click();
        assertThat(page.getByRole(AriaRole.ALERT))
                .containsText("Somebody else changed the settings meanwhile: " + owner.email() + ", just now.");
        assertThat(page.locator("#tagline")).hasValue("Bowls and cups");
        assertThat(page.locator("#tagline-meanwhile")).hasText("Meanwhile it was changed to: Plates");
        page.locator("#do-save").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The settings are saved.");
        assertThat(page.locator("#tagline")).hasValue("Bowls and cups");
    }

    @Test
    void theCurrencyStaysWhileProductsHavePrices(Page page) {
        owner.signIn(page);
        page.navigate(owner.address("settings"));
        page.locator("#currency").selectOption("USD");
        page.locator("#do-save").click();
        assertThat(page.locator("#currency")).hasValue("USD");

        product("USD");
        page.navigate(owner.address("settings"));
        assertThat(page.locator("#currency")).hasCount(0);
        assertThat(page.locator("main")).containsText("The currency stays as it is while products have prices");
    }

    @Test
    void ratesOfOtherCurrenciesAreThereWithTheFeature(Page page) throws IOException {
        owner.signIn(page);
        page.navigate(owner.address("settings"));
        assertThat(page.locator("#additionalCurrencies")).hasCount(0);

        decide("multiCurrency");
        page.navigate(owner.address("settings"));
        page.locator("#additionalCurrencies").fill("USD 1.08");
        page.locator("#do-save").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The settings are saved.");
        assertThat(page.locator("main")).containsText("Other currencies");
    }

    @Test
    void whoMayOnlyLookGetsNoFormAndIsRefused() throws SQLException {
        Staff manager = owner.colleague("manager");
        StaffSession looking = StaffSession.open(manager);
        assertThat(looking.get("settings").send().expect(200).text())
                .contains("Ask an owner or admin to change one.")
                .doesNotContain("do-save", "<textarea");
        looking.submit("settings", save(looking)).send().expect(200, 403);

        StaffSession selling = StaffSession.open(owner.colleague("staff"));
        selling.get("settings").send().expect(403);
        selling.submit("settings", save(selling)).send().expect(403);
        assertThat(tagline()).isEmpty();
    }

    @Test
    void everyChangeIsInTheHistoryOfTheStoreOnce() {
        owner.api("PUT", "/settings").json(Map.of("tagline", "Bowls")).send().expect(200);
        owner.api("PUT", "/settings").json(Map.of("tagline", "Bowls")).send().expect(200);

        Eventually.holds(Duration.ofSeconds(30), "the store is told of the change", () -> history()
                .contains("\"after\":\"Bowls\""));
        assertThat(history().split("settings.update", -1)).hasSize(2);
        assertThat(history()).contains(owner.email());
    }

    @Test
    void thePagesCanBeUsedByEverybodyInBothWidthsAndBothSchemes(Page page) throws IOException {
        decide("multiCurrency");
        owner.signIn(page);
        for (String path : List.of("settings")) {
            Looks.right(page, owner.address(path));
        }
    }

    private String history() {
        return owner.api("GET", "/audit?action=settings.update")
                .send()
                .expect(200)
                .text();
    }

    private String tagline() {
        return owner.api("GET", "/settings").send().expect(200).json().getString("tagline", "");
    }

    private void product(String currency) {
        owner.api("POST", "/products")
                .json(Map.of(
                        "title",
                        "Bowl",
                        "variants",
                        List.of(Map.of("price", Map.of("amount", 1900, "currency", currency), "stock", 1))))
                .send()
                .expect(201);
    }

    private void decide(String flag) throws IOException {
        shop.http()
                .request("PUT", "localhost", "/api/platform/v1/stores/" + owner.store() + "/flags")
                .bearer(shop.operatorToken())
                .json(Map.of(flag, true))
                .send()
                .expect(200);
    }

    private static Map<String, String> save(StaffSession session) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("form-settings", "form-settings");
        fields.put("do-save", "Save");
        fields.put("tagline", "Not allowed");
        fields.put("was", "x".repeat(6 * 15));
        return fields;
    }
}
