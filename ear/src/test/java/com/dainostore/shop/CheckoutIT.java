package com.dainostore.shop;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Browser;
import com.dainostore.testing.Eventually;
import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the product to the order, as shoppers go. */
@ExtendWith({SharedServer.class, Browser.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckoutIT {
    private static final Pattern ORDER = Pattern.compile(".*/orders/[A-Za-z0-9_-]{43}");
    private static final String SUBMIT = ".purchase-main .onward .button";
    private static final String PLACE = ".place .button";

    private SellingStore store;

    @BeforeAll
    void aStoreSells(RunningShop shop) throws IOException, SQLException {
        store = SellingStore.create(shop);
        shop.activeStore("basalt");
    }

    @Test
    void aShopperBuys(Page page) throws SQLException {
        String mug = store.product("Mug", 1900, 10);
        page.navigate(store.address(mug));
        page.locator("#quantity").fill("2");
        page.getByText("Add to cart").click();
        assertThat(page.locator("#told")).containsText("It is in your cart.");
        assertThat(page.locator(".cart-link")).hasText("Cart (2)");
        assertThat(page.url()).endsWith(mug);

        page.locator("#told a").click();
        assertThat(page.locator(".line")).hasCount(1);
        assertThat(page.locator(".basket")).containsText("€38.00");
        assertThat(page.locator(".basket .tax")).containsText("Includes 19 % tax: €6.07");
        page.getByText("Check out").click();
        giveAddress(page);
        page.locator(SUBMIT).click();

        page.getByLabel("Standard").check();
        page.getByLabel("By invoice").check();
        page.locator(SUBMIT).click();
        assertThat(page.locator(PLACE)).hasText("Place order and pay €42.90");
        assertThat(page.locator(".place")).containsText("Terms");
        page.locator(PLACE).click();

        assertThat(page).hasURL(ORDER);
        assertThat(page.locator("h1")).hasText("Thank you for your order");
        assertThat(page.locator(".order-page")).containsText("F-");
        assertThat(page.locator(".order-page")).containsText("IBAN DE00");
        assertThat(page.locator(".sums .total")).containsText("€42.90");
        assertThat(page.locator(".cart-link")).hasText("Cart");
        assertThat(store.first(
                        "SELECT stock FROM variants v JOIN products p ON p.id = product_id WHERE p.title = 'Mug'"))
                .contains("8");
    }

    @Test
    void aShopperBuysWithNothingButTheKeyboardAndWithoutScript(BrowserContext context) {
        String bowl = store.product("Bowl", 6000, 10);
        try (BrowserContext plain = context.browser()
                        .newContext(
                                new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false));
                Page page = plain.newPage()) {
            page.navigate(store.address(bowl));
            tabTo(page, ".add .button");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(store.address("/cart"));

            tabTo(page, ".pieces input");
            page.keyboard().type("2");
            page.keyboard().press("Enter");
            assertThat(page.locator(".line > .amount")).hasText("€120.00");

            tabTo(page, ".basket .button");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(store.address("/checkout"));
            type(page, "email", "anna@example.com");
            type(page, "address-name", "Anna Berg");
            type(page, "address-line1", "Lange Straße 1");
            type(page, "address-city", "Jena");
            type(page, "address-country", "Germany");
            tabTo(page, SUBMIT);
            page.keyboard().press("Enter");

            assertThat(page).hasURL(store.address("/checkout/delivery"));
            tabTo(page, "[name=delivery]");
            page.keyboard().press("Space");
            tabTo(page, "[name=payment]");
            page.keyboard().press("Space");
            tabTo(page, SUBMIT);
            page.keyboard().press("Enter");

            assertThat(page).hasURL(store.address("/checkout/review"));
            assertThat(page.locator(".basket")).containsText("Free");
            tabTo(page, PLACE);
            page.keyboard().press("Enter");
            assertThat(page).hasURL(ORDER);
            assertThat(page.locator(".order-page")).containsText("Lange Straße 1");
        }
    }

    @Test
    void whatIsMissingIsSaidBesideItsFieldAndNothingTypedIsLost(Page page) {
        fill(page, store.product("Plate", 1200, 10));
        page.navigate(store.address("/checkout"));
        page.getByLabel("Name").first().fill("Anna \"Berg\" <script>");
        page.getByLabel("E-mail address").fill("anna");
        page.locator(SUBMIT).click();

        assertThat(page.locator("#errors")).isFocused();
        assertThat(page.locator("#errors li")).hasCount(4);
        assertThat(page.locator("#f-email-error")).isVisible();
        assertThat(page.locator("#f-email")).hasValue("anna");
        assertThat(page.locator("#f-address-name")).hasValue("Anna \"Berg\" <script>");
        page.locator("#errors a").first().click();
        assertThat(page.locator("#f-email")).isFocused();

        page.getByLabel("The bill goes to another address").check();
        assertThat(page.locator("#f-billing-name")).isVisible();
        giveAddress(page);
        page.locator(SUBMIT).click();
        assertThat(page.locator("#errors")).containsText("Billing address: ");
        page.getByLabel("The bill goes to another address").uncheck();
        page.locator(SUBMIT).click();
        page.locator(SUBMIT).click();
        assertThat(page.locator("#errors li")).hasCount(2);
    }

    @Test
    void aQuantityThatCannotBeHadStaysInItsFieldWithTheReason(Page page) {
        fill(page, store.product("Vase", 4500, 3));
        page.navigate(store.address("/cart"));
        page.locator(".pieces input").fill("4");
        page.getByText("Check out").click();

        assertThat(page).hasURL(store.address("/cart"));
        assertThat(page.locator(".line .error")).containsText("Only 3 can be had.");
        assertThat(page.locator(".pieces input")).hasValue("4");
        page.locator(".line .as-link").click();
        assertThat(page.locator("h2").first()).hasText("Your cart is empty");
        assertThat(page.locator(".cart-link")).hasText("Cart");
    }

    @Test
    void aPriceThatChangesBeforeTheLastClickIsToldInWordsAndNotOrdered(Page page) throws SQLException {
        String lamp = store.product("Lamp", 2000, 10);
        review(page, lamp);
        store.set(lamp, "price_amount = 2500");
        page.locator(PLACE).click();

        assertThat(page.locator("#changes")).containsText("Lamp costs €25.00 now. It was €20.00.");
        assertThat(page.locator("#changes")).containsText("The total is €29.90 now. It was €24.90.");
        assertThat(page.locator(PLACE)).hasText("Place order and pay €29.90");
        page.locator(PLACE).click();
        assertThat(page).hasURL(ORDER);
    }

    @Test
    void whatIsSoldOutMeanwhileIsToldInWordsAndNotOrdered(Page page) throws SQLException {
        String rug = store.product("Rug", 9000, 1);
        review(page, rug);
        store.set(rug, "stock = 0");
        page.locator(PLACE).click();

        assertThat(page.locator("#changes")).containsText("Rug is sold out and no longer in your cart.");
        assertThat(page).hasURL(store.address("/cart"));
        Eventually.holds(Duration.ofSeconds(10), "the product is shown as sold out", () -> {
            page.navigate(store.address(rug));
            return page.locator("#order .button").isDisabled();
        });
    }

    @Test
    void theBackButtonLeadsToTheOrderAndNotToAnother(Page page) {
        review(page, store.product("Stool", 7000, 10));
        page.locator(PLACE).click();
        assertThat(page).hasURL(ORDER);
        String order = page.url();

        page.goBack();
        assertThat(page).hasURL(order);
        page.navigate(store.address("/checkout"));
        assertThat(page).hasURL(order);

        fill(page, store.product("Shelf", 8000, 10));
        page.navigate(store.address("/cart"));
        assertThat(page.locator(".line")).hasCount(1);
        assertThat(page.locator(".line-title")).hasText("Shelf");
    }

    @Test
    void twoTabsAndTwoClicksAreOneOrder(Page page, BrowserContext context) throws SQLException {
        String tray = store.product("Tray", 3000, 10);
        review(page, tray);
        try (Page other = page.context().newPage()) {
            other.navigate(store.address("/checkout/review"));
            page.locator(PLACE).dblclick();
            assertThat(page).hasURL(ORDER);
            other.locator(PLACE).click();
            assertThat(other).hasURL(page.url());
        }
        assertThat(store.first("SELECT count(*) FROM order_lines WHERE title = 'Tray'"))
                .contains("1");
        assertThat(store.first(
                        "SELECT stock FROM variants v JOIN products p ON p.id = product_id WHERE p.title = 'Tray'"))
                .contains("9");
    }

    @Test
    void theCookieOfACartIsWorthNothingAtAnotherStore(RunningShop shop, Page page) {
        String clock = store.product("Clock", 5000, 10);
        fill(page, clock);
        String token = page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("cart"))
                .peek(cookie -> assertThat(cookie.httpOnly).isTrue())
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();

        assertThat(cart(shop, store.host(), "cart=" + token).text()).contains("Clock");
        assertThat(shop.http()
                        .get(store.host(), clock)
                        .header("Cookie", "cart=" + token + "; cart-count=1")
                        .send()
                        .expect(200)
                        .body())
                .as("the page of a product, which is the same for everybody")
                .isEqualTo(
                        shop.http().get(store.host(), clock).send().expect(200).body());
        assertThat(cart(shop, "basalt.localhost", "cart=" + token).text())
                .contains("Your cart is empty")
                .doesNotContain("Clock");
        assertThat(cart(shop, store.host(), "cart=" + token + "; cart=" + token).text())
                .as("one that came twice")
                .contains("Your cart is empty");
        String path = "/checkout/review";
        Http.Request look = shop.http().get("basalt.localhost", path);
        Http.Request place = shop.http()
                .request("POST", "basalt.localhost", path)
                .body("application/x-www-form-urlencoded", "total=5000&cart=x");
        for (Http.Request request : new Http.Request[] {look, place}) {
            assertThat(request.header("Cookie", "cart=" + token)
                            .header("Sec-Fetch-Site", "same-origin")
                            .send()
                            .expect(303)
                            .header("location"))
                    .contains("/cart");
        }
    }

    @Test
    void aFormOfAnotherSiteIsRefused(RunningShop shop) {
        for (String path : new String[] {"/cart", "/checkout", "/checkout/delivery", "/checkout/review"}) {
            shop.http()
                    .request("POST", store.host(), path)
                    .header("Origin", "http://basalt.localhost:" + shop.port())
                    .header("Cookie", "cart=x")
                    .body("application/x-www-form-urlencoded", "do=add")
                    .send()
                    .expect(403);
        }
    }

    @Test
    void nobodyKeepsOrListsWhatIsAShoppersOwn(RunningShop shop, Page page) {
        review(page, store.product("Chair", 9900, 10));
        page.locator(PLACE).click();
        assertThat(page).hasURL(ORDER);
        Http.Answer order = shop.http()
                .get(store.host(), page.url().substring(page.url().indexOf("/orders/")))
                .send()
                .expect(200);

        assertThat(order.header("cache-control")).contains("no-store");
        assertThat(order.header("x-robots-tag")).contains("noindex");
        assertThat(order.headers("referrer-policy")).containsExactly("no-referrer");
        assertThat(cart(shop, store.host(), "cart=x").header("cache-control")).contains("no-store");
        shop.http().get(store.host(), "/orders/" + "A".repeat(43)).send().expect(404);
        shop.http().get("localhost", "/cart").send().expect(404);
        assertThat(shop.http().get(store.host(), "/").send().expect(200).headers("set-cookie"))
                .isEmpty();
    }

    @Test
    void everyPageIsAccessibleAndFitsEveryScreen(Page page) throws SQLException, IOException {
        String pot = store.product("A teapot with a name that goes on for longer than anybody would like", 12900, 10);
        look(page, "cart-empty", "/cart");
        fill(page, pot);
        fill(page, store.pictured("Cup", 950, 40));
        look(page, "selling", pot);
        store.set(pot, "price_amount = 13900");
        look(page, "cart", "/cart");
        assertThat((Boolean) page.evaluate("document.querySelector('.line img').naturalWidth > 0"))
                .as("the picture of the cup is there")
                .isTrue();
        page.navigate(store.address("/checkout"));
        page.locator(SUBMIT).click();
        look(page, "checkout-errors", "");
        look(page, "checkout", "/checkout");
        giveAddress(page);
        page.locator(SUBMIT).click();
        look(page, "delivery", "/checkout/delivery");
        page.getByLabel("Express").check();
        page.getByLabel("On delivery").check();
        page.locator(SUBMIT).click();
        look(page, "review-changed", "");
        look(page, "review", "/checkout/review");
        page.locator(PLACE).click();
        assertThat(page).hasURL(ORDER);
        look(page, "order", "");
        store.set(pot, "stock = 0");
        look(page, "sold-out", pot);
    }

    /** @param path empty: the page as it is */
    private void look(Page page, String name, String path) {
        if (!path.isEmpty()) {
            page.navigate(store.address(path));
        }
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : new int[] {360, 768, 1280}) {
                page.setViewportSize(width, 800);
                String file = "buy-" + name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png";
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(SharedServer.target().resolve("screenshots").resolve(file))
                        .setFullPage(true));
                assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as("%s fits %s pixels", name, width)
                        .isTrue();
                assertThat(new AxeBuilder(page).analyze().getViolations())
                        .as("%s at %s pixels, %s", name, width, scheme)
                        .extracting(Rule::getId, rule -> rule.getNodes().toString())
                        .isEmpty();
            }
        }
    }

    /** Puts one piece into the cart. */
    private void fill(Page page, String product) {
        page.navigate(store.address(product));
        page.getByText("Add to cart").click();
        assertThat(page.locator("#told")).containsText("It is in your cart.");
    }

    /** Goes from the product to the review. */
    private void review(Page page, String product) {
        fill(page, product);
        page.navigate(store.address("/checkout"));
        giveAddress(page);
        page.locator(SUBMIT).click();
        page.getByLabel("Standard").check();
        page.getByLabel("By invoice").check();
        page.locator(SUBMIT).click();
        assertThat(page).hasURL(store.address("/checkout/review"));
    }

    private static void giveAddress(Page page) {
        page.locator("#f-email").fill("anna@example.com");
        page.locator("#f-address-name").fill("Anna Berg");
        page.locator("#f-address-line1").fill("Lange Straße 1");
        page.locator("#f-address-postcode").fill("07743");
        page.locator("#f-address-city").fill("Jena");
        page.locator("#f-address-country").selectOption("DE");
    }

    private static void type(Page page, String field, String text) {
        tabTo(page, "#f-" + field);
        page.keyboard().type(text);
    }

    private static void tabTo(Page page, String selector) {
        Locator wanted = page.locator(selector + ":focus");
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if (wanted.count() > 0) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + selector);
    }

    private static Http.Answer cart(RunningShop shop, String host, String cookies) {
        return shop.http().get(host, "/cart").header("Cookie", cookies).send().expect(200);
    }
}
