package com.dainostore.console;

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
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How shoppers find things: lists that can be narrowed down, collections and search, with scripts and without. */
@ExtendWith({SharedServer.class, Browser.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CollectionsAndSearchIT {
    private static final String HOSTILE = "<img src=x onerror=alert(1)> vase";

    private final RunningShop shop;
    private Staff owner;
    private String pendant = "";
    private String token = "";

    CollectionsAndSearchIT(RunningShop shop) {
        this.shop = shop;
        this.owner = new Staff(shop, "", "", "");
    }

    @BeforeAll
    void aStoreWithProducts() throws IOException {
        owner = Staff.owner(shop, "Found & Co");
        token = owner.token();
        pendant = product("Pendant lamp", "Aurora", "Lamp", 12_900, 3, "Red", "Blue");
        product("Table lamp", "Basalt", "Lamp", 7_900, 0, "Red");
        product("Oak chair", "Basalt", "Chair", 24_900, 2, "Black");
        product(HOSTILE, HOSTILE, "Vase", 900, 1, HOSTILE);
        for (int i = 0; i < 30; i++) {
            product("Mug number " + i, "Kiln", "Mug", 1_500, 5, "White");
        }
        String lamps = """
                {"title":"Lamps","handle":"lamps","description":"Light.","published":true,"products":[{"id":"%s"}]}""".formatted(pendant);
        collection(lamps).expect(201);
        collection("""
                {"title":"Hidden","handle":"hidden","products":[{"id":"%s"}]}""".formatted(pendant)).expect(201);
    }

    private String product(String title, String vendor, String type, long price, int stock, String... colours) {
        List<String> variants = new ArrayList<>();
        for (String colour : colours) {
            variants.add("""
                    {"price":{"amount":%d,"currency":"EUR"},"options":["%s"],"stock":%d}""".formatted(price, colour, stock));
        }
        return staff("POST", "/products")
                .body("application/json", """
                        {"title":"%s","vendor":"%s","type":"%s","status":"active","options":[{"name":"Colour"}],"variants":[%s]}""".formatted(title, vendor, type, String.join(",", variants)))
                .send()
                .expect(201)
                .json()
                .getString("id");
    }

    private Http.Request staff(String method, String path) {
        return shop.http().request(method, owner.host(), "/api/admin/v1" + path).bearer(token);
    }

    private Http.Answer collection(String json) {
        return staff("POST", "/collections").body("application/json", json).send();
    }

    @Test
    void aListIsNarrowedDownWithoutLeavingThePage(Page page) {
        page.setViewportSize(1280, 900);
        page.navigate(address("/products"));
        assertThat(page.locator("#count")).hasText("34 products");
        page.evaluate("window.stayed = true");

        page.getByLabel(Pattern.compile("^Red")).check();
        assertThat(page.locator("#count")).hasText("2 products");
        assertThat(page.getByLabel(Pattern.compile("^Red"))).isFocused();
        assertThat(page).hasURL(Pattern.compile("/products\\?o\\.Colour=Red$"));
        page.getByLabel(Pattern.compile("^In stock")).check();
        assertThat(page.locator("#count")).hasText("1 product");
        assertThat(page.locator(".card-title")).hasText("Pendant lamp");
        assertThat(page.locator(".chip")).hasCount(2);
        assertThat(page.evaluate("window.stayed")).isEqualTo(true);

        page.reload();
        assertThat(page.locator("#count")).hasText("1 product");
        page.locator(".chip")
                .filter(new Locator.FilterOptions().setHasText("Colour: Red"))
                .click();
        assertThat(page.locator("#count")).hasText("33 products");
        page.goBack();
        assertThat(page.locator("#count")).hasText("1 product");
        page.getByText("Clear all").click();
        assertThat(page.locator(".chip")).hasCount(0);

        page.locator("input[name=price_from]").fill("100");
        page.locator("input[name=price_from]").blur();
        assertThat(page.locator("#count")).hasText("2 products");
        page.locator("select[name=sort]").selectOption("price-down");
        assertThat(page.locator(".card-title").first()).hasText("Oak chair");
        assertThat(page).hasURL(Pattern.compile("sort=price-down"));
    }

    @Test
    void allOfItWorksWithoutScripts(BrowserContext context) {
        try (BrowserContext bare = context.browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setJavaScriptEnabled(false)
                        .setViewportSize(360, 800))) {
            Page page = bare.newPage();
            page.navigate(address("/products"));
            assertThat(page.locator("#filters")).isHidden();
            page.locator(".open-filters").click();
            assertThat(page.locator("#filters")).isVisible();
            page.getByLabel(Pattern.compile("^Basalt")).check();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show products"))
                    .click();
            assertThat(page.locator("#count")).hasText("2 products");
            assertThat(page.locator("#filters")).isHidden();
            assertThat(page.locator("meta[name=robots]")).hasAttribute("content", "noindex, follow");
            page.locator("select[name=sort]").selectOption("title");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Sort").setExact(true))
                    .click();
            assertThat(page.locator(".card-title").first()).hasText("Oak chair");
            page.locator(".chip").click();
            assertThat(page.locator("#count")).hasText("34 products");
            page.locator(".page-step").click();
            assertThat(page.locator(".card")).hasCount(10);
            page.navigate(address("/search"));
            page.locator("#find").fill("oak");
            page.locator(".find-go").click();
            assertThat(page.locator("h1")).containsText("oak");
            assertThat(page.locator(".card-title")).hasText("Oak chair");
        }
    }

    @Test
    void whatIsMeantIsSuggestedAndChosenByKeyboard(Page page) {
        page.setViewportSize(1280, 900);
        page.navigate(address("/"));
        page.locator("#find").pressSequentially("pend");
        assertThat(page.locator(".hint").first()).containsText("Pendant lamp");
        assertThat(page.locator("#find")).hasAttribute("aria-expanded", "true");
        axe(page, "suggestions");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(".hint").first()).hasAttribute("aria-selected", "true");
        page.keyboard().press("Escape");
        assertThat(page.locator(".hints")).isHidden();
        page.locator("#find").pressSequentially("an");
        page.locator(".hint").first().waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/products/pendant-lamp$"));
    }

    @Test
    void whoMistypesIsUnderstood(Page page) {
        page.navigate(address("/search?q=pendnat"));
        assertThat(page.locator(".near")).isVisible();
        assertThat(page.locator(".card-title").first()).hasText("Pendant lamp");
        page.navigate(address("/search?q=zzzzzzzz"));
        assertThat(page.locator(".empty h2")).hasText("Nothing found");
        assertThat(page.locator("#find")).hasValue("zzzzzzzz");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' OR 1=1 --",
                "%00",
                "\\",
                "a:* & !b | (",
                "vase"
            })
    void nothingThatIsTypedOrSoldBecomesScript(String typed, Page page) {
        List<String> alerts = new ArrayList<>();
        page.onDialog(dialog -> {
            alerts.add(dialog.message());
            dialog.dismiss();
        });
        page.setViewportSize(1280, 900);
        String query = URLEncoder.encode(typed, StandardCharsets.UTF_8);
        assertThat(page.navigate(address("/search?q=" + query + "&vendor=" + query + "&o.Colour=" + query))
                        .status())
                .isEqualTo(200);
        assertThat(page.navigate(address("/search?q=" + query)).status()).isEqualTo(200);
        assertThat(page.locator("h1")).containsText(typed);
        page.locator("#find").fill("");
        page.locator("#find").pressSequentially("vase");
        assertThat(page.locator(".hint").first()).containsText(HOSTILE);
        page.navigate(address("/products?type=Vase"));
        assertThat(page.locator(".card-title")).hasText(HOSTILE);
        assertThat(page.locator("main img[src=x]")).hasCount(0);
        assertThat(alerts).isEmpty();
    }

    @Test
    void aCollectionIsSeenWhileItIsPublished(Page page) {
        page.navigate(address("/collections"));
        assertThat(page.locator(".tile")).containsText(new String[] {"Lamps"});
        assertThat(page.locator("main")).not().containsText("Hidden");
        page.locator(".tile a").first().click();
        assertThat(page.locator("h1")).hasText("Lamps");
        assertThat(page.locator(".card-title")).hasText("Pendant lamp");
        assertThat(page.navigate(address("/collections/hidden")).status()).isEqualTo(404);
        assertThat(page.navigate(address("/collections/nothing")).status()).isEqualTo(404);
        assertThat(page.navigate(address("/collections/a/b")).status()).isEqualTo(404);
    }

    @Test
    void rulesFillACollectionFromTheConsoleToTheShop(Page page) {
        owner.signIn(page);
        page.navigate(owner.address("new-collection"));
        page.locator("#title").fill("Seats");
        page.locator("#fill-all").click();
        assertThat(page.locator(".conditions li")).hasCount(1);
        page.locator("#do-save").click();
        assertThat(page.locator("#condition-0-value-error")).isVisible();
        page.locator("#condition-0-field").selectOption("type");
        page.locator("#condition-0-value").fill("chair");
        page.locator("#condition-add").click();
        assertThat(page.locator(".conditions li")).hasCount(2);
        page.locator("#condition-1-field").selectOption("price");
        page.locator("#condition-1-relation").selectOption("greater");
        page.locator("#condition-1-value").fill("200");
        page.locator("#reach").click();
        assertThat(page.locator("#reach-now")).hasText("1 product fits now.");
        axe(page, "rules");
        photograph(page, "collection-rules");
        page.locator("#published").selectOption("yes");
        page.locator("#do-save").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The collection is added.");
        assertThat(page.locator("#condition-1-value")).hasValue("200.00");

        assertThat(handles("/api/v1/products?collection=seats")).containsExactly("oak-chair");
        product("Ash chair", "Basalt", "Chair", 30_000, 1, "Black");
        assertThat(handles("/api/v1/products?collection=seats")).containsExactly("ash-chair", "oak-chair");
        page.locator("#no-condition-0").click();
        assertThat(page.locator(".conditions li")).hasCount(1);
        page.locator("#condition-0-value").fill("250");
        page.locator("#do-save").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The collection is saved.");
        assertThat(handles("/api/v1/products?collection=seats")).containsExactly("ash-chair");
        page.locator("#fill-hand").click();
        assertThat(page.locator("#seek")).isVisible();
        page.locator("#do-save").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The collection is saved.");
        assertThat(handles("/api/v1/products?collection=seats")).isEmpty();
        staff("DELETE", "/products/" + idOf("ash-chair")).send().expect(204);
    }

    @Test
    void programsFindTheSame() {
        assertThat(handles("/api/v1/products?q=lamp")).containsExactlyInAnyOrder("pendant-lamp", "table-lamp");
        assertThat(handles("/api/v1/products?q=lamp&collection=lamps")).containsExactly("pendant-lamp");
        JsonObject found = get("/api/v1/search?q=pendnat").expect(200).json();
        assertThat(found.getBoolean("near")).isTrue();
        assertThat(found.getJsonArray("items").getJsonObject(0).getString("handle"))
                .isEqualTo("pendant-lamp");
        JsonObject lamps = get("/api/v1/collections/lamps").expect(200).json();
        assertThat(lamps.getInt("productCount")).isEqualTo(1);
        assertThat(get("/api/v1/collections").expect(200).json().getJsonArray("items"))
                .contains(lamps);
        get("/api/v1/collections/hidden").expect(404);
        get("/api/v1/products?collection=hidden").expect(404);
        get("/api/v1/search?limit=0").expect(422);
        assertThat(get("/search/suggest?q=pend").expect(200).text()).contains("/products/pendant-lamp");
        assertThat(collection("""
                {"title":"X","rules":{"match":"most","conditions":[{"field":"colour","relation":"is","value":"1"}]}}""").expect(422).text()).contains("rules.match", "rules.conditions[0].field");
    }

    @Test
    void anotherStoreFindsNothingOfIt() throws IOException {
        Staff other = Staff.owner(shop, "Elsewhere");
        for (String path : List.of(
                "/search?q=pendant", "/search?q=pendnat", "/search/suggest?q=pend", "/api/v1/search?q=pendant")) {
            Http.Answer answer = shop.http().get(other.host(), path).send().expect(200);
            assertThat(answer.text()).as(path).doesNotContain("Pendant lamp", "pendant-lamp");
        }
        shop.http().get(other.host(), "/collections/lamps").send().expect(404);
    }

    @Test
    void everyListIsAccessibleAndFitsEveryScreen(Page page) {
        for (String path : List.of(
                "/products",
                "/products?o.Colour=Red&available=1",
                "/collections/lamps",
                "/collections",
                "/search?q=lamp",
                "/search?q=pendnat",
                "/products?page=2",
                "/products?page=9")) {
            for (int width : new int[] {360, 768, 1280}) {
                page.setViewportSize(width, 800);
                page.navigate(address(path));
                photograph(page, "list" + path.replaceAll("[^a-z0-9]+", "-") + "-" + width);
                assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as("%s fits %s pixels", path, width)
                        .isTrue();
                axe(page, path + " at " + width);
            }
        }
        page.setViewportSize(360, 800);
        page.navigate(address("/products#filters"));
        photograph(page, "list-filters-360");
        axe(page, "filters");
    }

    private static void axe(Page page, String what) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(what)
                .extracting(Rule::getId, rule -> rule.getNodes().toString())
                .isEmpty();
    }

    private static void photograph(Page page, String name) {
        Path file = SharedServer.target().resolve("screenshots").resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    private String idOf(String handle) {
        return get("/api/v1/products/" + handle).expect(200).json().getString("id");
    }

    private List<String> handles(String path) {
        return get(path).expect(200).json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(product -> product.getString("handle"))
                .toList();
    }

    private Http.Answer get(String path) {
        return shop.http().get(owner.host(), path).send();
    }

    private String address(String path) {
        return shop.address(owner.host(), path).toString();
    }
}
