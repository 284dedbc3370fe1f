package com.dainostore.shop;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Browser;
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
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of a store and of the platform as people meet them, in a browser and over the wire. */
@ExtendWith({SharedServer.class, Browser.class})
class StorefrontPagesIT {
    private static final String STORE = "aurora.localhost";
    private static final String PLATFORM = "localhost";
    private static final String NOBODY = "nobody.localhost";
    private static final Pattern PRODUCT = Pattern.compile("href=\"(/products/[^\"?#]+)\"");

    @BeforeAll
    static void theDemoStoresAreReady(RunningShop shop) throws IOException {
        shop.activeStore("aurora");
        shop.activeStore("basalt");
    }

    @Test
    void aShopperGoesFromTheHomePageToAProduct(RunningShop shop, Page page) {
        page.navigate(address(shop, STORE, "/"));
        assertThat(page.locator("h1")).hasText("Aurora");

        page.locator("header nav a[href='/products']").click();
        assertThat(page.locator("h1")).hasText("Products");
        String title = page.locator(".card-title").first().innerText();

        page.locator(".card-title a").first().click();
        assertThat(page.locator("h1")).hasText(title);
        assertThat(page.locator(".stock")).isVisible();
    }

    @Test
    void aVariantIsChosenWithoutLeavingThePage(RunningShop shop, Page page) {
        page.navigate(address(shop, STORE, productWithOptions(shop)));
        page.evaluate("window.stayed = true");
        Locator other = page.locator(".choice:not([aria-current])").first();
        String id = other.getAttribute("id");

        other.click();

        assertThat(page.locator("#" + id)).hasAttribute("aria-current", "true");
        assertThat(page.locator("#" + id)).isFocused();
        assertThat(page.url()).contains("?variant=");
        assertThat(page.evaluate("window.stayed")).isEqualTo(true);
    }

    @Test
    void aVariantIsChosenByAddressWhereScriptsAreOff(RunningShop shop, BrowserContext context) {
        try (BrowserContext plain = context.browser()
                        .newContext(
                                new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false));
                Page page = plain.newPage()) {
            page.navigate(address(shop, STORE, productWithOptions(shop)));
            Locator other = page.locator(".choice:not([aria-current])").first();
            String id = other.getAttribute("id");

            other.click();

            assertThat(page.locator("#" + id)).hasAttribute("aria-current", "true");
            assertThat(page.url()).contains("?variant=");
        }
    }

    @Test
    void theFirstStopOfTheKeyboardSkipsToTheContent(RunningShop shop, Page page) {
        page.navigate(address(shop, STORE, "/"));

        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        assertThat(page.locator(".skip")).isInViewport();
        page.keyboard().press("Enter");
        assertThat(page.locator("#main")).isFocused();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "home",
                "products",
                "collections",
                "search",
                "found",
                "filtered",
                "product",
                "missing",
                "platform",
                "nobody"
            })
    void everyPageIsAccessibleAndFitsEveryScreen(String name, RunningShop shop, Page page) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : new int[] {360, 768, 1280}) {
                page.setViewportSize(width, 800);
                page.navigate(place(shop, name));
                photograph(page, name + "-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT));

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

    @Test
    void aPageIsSentOnceAndThenOnlyNamed(RunningShop shop) {
        Http.Answer first = shop.http().get(STORE, "/products").send().expect(200);
        String tag = first.header("etag").orElseThrow();

        Http.Answer again = shop.http()
                .get(STORE, "/products")
                .header("If-None-Match", tag)
                .send()
                .expect(304);

        assertThat(again.body()).isEmpty();
        assertThat(again.header("etag")).contains(tag);
        assertThat(first.header("cache-control")).contains("private, no-cache");
        assertThat(first.header("content-length")).contains(String.valueOf(first.body().length));
    }

    @Test
    void whatAPageLoadsNeverChangesUnderItsAddress(RunningShop shop) {
        String home = shop.http().get(STORE, "/").send().expect(200).text();
        Pattern asset = Pattern.compile("\"(/assets/[^\"]+)\"");

        assertThat(asset.matcher(home).results().map(found -> found.group(1)))
                .hasSize(4)
                .allSatisfy(address -> assertThat(shop.http()
                                .get(STORE, address)
                                .send()
                                .expect(200)
                                .header("cache-control"))
                        .contains("public, max-age=31536000, immutable"));
    }

    @Test
    void noFileOfTheArchiveIsServed(RunningShop shop) {
        for (String path : new String[] {"/WEB-INF/web.xml", "/META-INF/MANIFEST.MF", "/index.html", "/failure"}) {
            assertThat(shop.http().get(STORE, path).send().status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void aHostThatBelongsToNobodyNamesNoStoreAndNothingOfTheServer(RunningShop shop) {
        Http.Answer answer = shop.http().get(NOBODY, "/").send().expect(404);

        assertThat(answer.text()).doesNotContainIgnoringCase("aurora", "basalt", "payara", "exception");
        assertThat(answer.header("content-security-policy").orElseThrow()).contains("style-src 'sha256-");
    }

    @Test
    void theLandingPageNamesNoStore(RunningShop shop) {
        assertThat(shop.http().get(PLATFORM, "/").send().expect(200).text())
                .doesNotContainIgnoringCase("aurora", "basalt");
    }

    private static String place(RunningShop shop, String name) {
        return switch (name) {
            case "home" -> address(shop, STORE, "/");
            case "products" -> address(shop, STORE, "/products");
            case "collections" -> address(shop, STORE, "/collections");
            case "search" -> address(shop, STORE, "/search");
            case "found" -> address(shop, STORE, "/search?q=zzzzqqqq");
            case "filtered" -> address(shop, STORE, "/products?available=1&price_to=1#filters");
            case "product" -> address(shop, STORE, productWithOptions(shop));
            case "missing" -> address(shop, STORE, "/products/nothing-of-that-name");
            case "platform" -> address(shop, PLATFORM, "/");
            default -> address(shop, NOBODY, "/");
        };
    }

    private static String productWithOptions(RunningShop shop) {
        return PRODUCT.matcher(
                        shop.http().get(STORE, "/products").send().expect(200).text())
                .results()
                .map(found -> found.group(1))
                .filter(path -> shop.http().get(STORE, path).send().text().contains("choice-0-1"))
                .findFirst()
                .orElseThrow();
    }

    private static void photograph(Page page, String name) {
        Path file = SharedServer.target().resolve("screenshots").resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    private static String address(RunningShop shop, String host, String path) {
        return shop.address(host, path).toString();
    }
}
