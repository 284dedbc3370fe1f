package com.dainostore.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Browser;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasValueOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the staff of a store do with its products in the console, in a browser. */
@ExtendWith({SharedServer.class, Browser.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MerchantProductsIT {
    private static final Pattern PRODUCT = Pattern.compile(".*/merchant/product\\?id=.*");

    private final RunningShop shop;
    private Staff owner;

    MerchantProductsIT(RunningShop shop) {
        this.shop = shop;
        this.owner = new Staff(shop, "", "", "");
    }

    @BeforeAll
    void aStore() throws IOException {
        owner = Staff.owner(shop, "Goods & Co");
    }

    @Test
    void aProductIsAddedWithItsOptionsFoundChangedAndDeleted(Page page) throws IOException {
        Staff alone = Staff.owner(shop, "Empty shelves");
        alone.signIn(page);
        page.navigate(alone.address("products"));
        looksRight(page, alone, "products");
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Add product"))
                .last()
                .click();
        page.getByLabel("Title").first().fill("Harbour mug, Ålesund 灯");
        page.locator("#variant-0-price").fill("24,50");
        button(page, "Add an option").click();
        page.locator("#option-0").fill("Glaze");
        page.locator("#option-0-more").fill("Sand, Moss");
        page.locator("#option-0-more").press("Enter");
        assertThat(page.locator(".variants tbody tr[id]")).hasCount(2);
        assertThat(page.locator("#variant-1-price")).hasValue("24,50");
        page.locator("#variant-1-stock").fill("5");
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        page.locator("#do-save").click();
        page.waitForURL(PRODUCT);
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The product is added.");
        assertThat(page.locator(".facts")).containsText("just now by " + alone.email());
        assertThat(page.locator("#handle")).hasValue("harbour-mug-aalesund");
        looksRight(page, alone, page.url());

        page.navigate(alone.address("products?q=mug"));
        page.getByRole(AriaRole.LINK, exactly("Harbour mug, Ålesund 灯")).click();
        page.waitForURL(PRODUCT);
        page.locator("#status").selectOption("active");
        page.locator("#option-0-value-1").fill("Fern");
        page.locator("#do-save").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The product is saved.");
        assertThat(shop.http()
                        .get(alone.host(), "/api/v1/products/harbour-mug-aalesund")
                        .send()
                        .expect(200)
                        .text())
                .contains("Fern", "\"stock\":5")
                .doesNotContain("Moss");

        page.getByRole(AriaRole.LINK, exactly("Delete product")).click();
        assertThat(page.locator(".goes")).containsText("2 variants with 5 in stock");
        looksRight(page, alone, page.url());
        button(page, "Delete for good").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("1 product is deleted for good.");
        shop.http().get(alone.host(), "/products/harbour-mug-aalesund").send().expect(404);
    }

    @Test
    void whatIsWrongIsToldAtItsFieldAndNothingTypedIsLost(Page page) {
        String id = product("Vase", "Size", List.of("S", "M"));
        owner.signIn(page);
        page.navigate(owner.address("product?id=" + id));
        page.locator("#title").fill(" ");
        page.locator("#vendor").fill("Somebody");
        page.locator("#variant-0-price").fill("cheap");
        page.locator("#variant-1-former").fill("1");
        page.locator("#option-0-value-1").fill("");
        page.locator("#handle").fill("No Handle");
        page.locator("#do-save").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Give the product a title.");
        assertThat(page.locator("#variant-0-price-error")).containsText("Use an amount such as 12.50.");
        assertThat(page.locator("#variant-1-former-error")).isVisible();
        assertThat(page.locator("#option-0-value-1-error")).containsText("Give the option a value.");
        assertThat(page.locator("#handle-error")).isVisible();
        assertThat(page.locator("#vendor")).hasValue("Somebody");
        assertThat(page.locator("#variant-0-price")).hasValue("cheap");
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();

        page.getByRole(AriaRole.LINK, exactly("Give the product a title.")).click();
        assertThat(page.locator("#title")).isFocused();
        page.locator("#title").fill("Vase");
        page.locator("#variant-0-price").fill("9");
        page.locator("#variant-1-former").fill("");
        page.locator("#option-0-value-1").fill("L");
        page.locator("#handle").fill("vase-of-ours");
        page.locator("#do-save").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The product is saved.");
    }

    @Test
    void whoeverWasSlowerSeesBothAndChooses(Page page) throws SQLException {
        String id = product("Carafe", "Size", List.of("S", "M"));
        Staff mara = owner.colleague("manager");
        shop.databases()
                .run(
                        shop.databases().of(owner.store()),
                        "UPDATE people SET name = 'Mara' WHERE email = '" + mara.email() + "'");
        owner.signIn(page);
        page.navigate(owner.address("product?id=" + id));
        page.locator("#title").fill("My carafe");
        page.locator("#vendor").fill("My vendor");
        saveAs(mara, id, "Her carafe");
        page.locator("#do-save").click();
        assertThat(page.locator("#compare h2")).containsText("Mara changed this");
        Locator rows = page.locator("#compare tbody tr");
        assertThat(rows.filter(new Locator.FilterOptions().setHasText("Her carafe")))
                .containsText("My carafe");
        assertThat(page.locator("#title")).hasValue("My carafe");
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();

        rows.filter(new Locator.FilterOptions().setHasText("Her carafe"))
                .getByRole(AriaRole.BUTTON)
                .click();
        assertThat(page.locator("#title")).hasValue("Her carafe");
        assertThat(page.locator("#vendor")).hasValue("My vendor");
        page.locator("#do-save").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The product is saved.");
        assertThat(page.locator("h1")).hasText("Her carafe");
        assertThat(page.locator("#vendor")).hasValue("My vendor");
    }

    @Test
    void theWayToSaveComesWithTheFirstChangeAndNobodyLeavesUnasked(Page page) {
        String id = product("Lamp", "Size", List.of("S", "M"));
        owner.signIn(page);
        page.navigate(owner.address("product?id=" + id));
        assertThat(page.locator(".savebar")).not().isVisible();
        page.locator("#title").fill("Lamp of ours");
        assertThat(page.locator(".savebar")).isVisible();

        List<String> asked = new ArrayList<>();
        page.onceDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        page.getByRole(AriaRole.LINK, exactly("Media")).click();
        assertThat(page.locator("#title")).hasValue("Lamp of ours");
        assertThat(asked).containsExactly("beforeunload");
        page.onDialog(Dialog::dismiss);
        page.locator(".savebar")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Discard"))
                .click();
        assertThat(page.locator("#title")).hasValue("Lamp");
    }

    @Test
    void everythingWorksWithoutScripts(Page page) {
        BrowserContext bare = page.context()
                .browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false));
        try (bare) {
            Page plain = bare.newPage();
            owner.signIn(plain);
            plain.navigate(owner.address("new-product"));
            assertThat(plain.locator(".savebar")).isVisible();
            plain.locator("#title").fill("Plain bowl");
            plain.locator("#variant-0-price").fill("8");
            button(plain, "Add an option").click();
            plain.locator("#option-0").fill("Size");
            plain.locator("#option-0-more").fill("S, M, L");
            button(plain, "Add").click();
            assertThat(plain.locator(".variants tbody tr[id]")).hasCount(3);
            assertThat(plain.locator("#title")).hasValue("Plain bowl");
            button(plain, "Remove M").first().click();
            assertThat(plain.locator(".variants tbody tr[id]")).hasCount(2);
            plain.locator("#all-stock").fill("4");
            button(plain, "Set for all").click();
            plain.locator("#do-save").click();
            assertThat(plain.getByRole(AriaRole.STATUS).first()).containsText("The product is added.");
            assertThat(plain.locator(".facts")).containsText("8");
        }
    }

    @Test
    void aProductWithAsManyVariantsAsThereMayBeIsChangedAsAWhole(Page page) {
        String id = product(
                "Thread",
                "Colour",
                IntStream.range(0, 250).mapToObj(i -> "No. " + i).toList());
        owner.signIn(page);
        page.navigate(owner.address("product?id=" + id));
        assertThat(page.locator(".variants tbody tr[id]")).hasCount(250);
        page.locator("#all-price").fill("3.20");
        button(page, "Set for all").click();
        assertThat(page.locator("#variant-249-price")).hasValue("3.20", new HasValueOptions().setTimeout(30_000));
        page.locator("#variant-249-stock").fill("77");
        page.locator("#do-save").click();
        assertThat(page.getByRole(AriaRole.STATUS).first())
                .containsText("The product is saved.", new ContainsTextOptions().setTimeout(30_000));
        assertThat(page.locator("#variant-249-stock")).hasValue("77");
    }

    @Test
    void manyAreChangedAtOnceAndOnlyWhatWasNamedIsDeleted(Page page) throws IOException {
        Staff alone = Staff.owner(shop, "Bulk");
        for (String title : List.of("One", "Two", "Three")) {
            product(alone, title, "Size", List.of("S"));
        }
        alone.signIn(page);
        page.navigate(alone.address("products?sort=title"));
        page.getByLabel("Choose all on this page").check();
        button(page, "Put up for sale").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("3 products are for sale now.");
        assertThat(page).hasURL(Pattern.compile(".*sort=title.*"));
        page.getByLabel("Choose Two").check();
        button(page, "Make drafts").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("1 product is a draft now.");

        button(page, "Delete").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Tick one or more products first.");
        page.getByLabel("Choose Two").check();
        button(page, "Delete").click();
        assertThat(page.locator(".goes li")).hasCount(1);
        assertThat(page.locator(".goes")).containsText("Two");
        page.getByLabel("Choose One").check();
        button(page, "Delete for good").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("1 product is deleted for good.");
        assertThat(page.locator("tbody tr")).hasCount(2);
        looksRight(page, alone, "products");
    }

    @Test
    void whoMayOnlyLookSeesNothingToTypeAndIsRefused(Page page) throws SQLException {
        String id = product("Bowl", "Size", List.of("S", "M"));
        Staff reader = owner.colleague("read_only");
        reader.signIn(page);
        page.navigate(reader.address("products?q=Bowl"));
        assertThat(page.locator("main input[type=checkbox]")).hasCount(0);
        assertThat(page.locator("main").getByText("Add product")).hasCount(0);
        page.getByRole(AriaRole.LINK, exactly("Bowl")).click();
        page.waitForURL(PRODUCT);
        assertThat(page.locator("main input, main select, main textarea, main .savebar"))
                .hasCount(0);
        looksRight(page, reader, page.url());
        assertThat(page.navigate(reader.address("new-product")).status()).isEqualTo(403);

        page.navigate(reader.address("product?id=" + id));
        for (String action : List.of("do-save", "do-delete")) {
            String form = action.equals("do-delete") ? "form-delete" : "form-product";
            post(
                    page,
                    "product",
                    id,
                    Map.of(form, form, action, "x", "title", "Mine", "variants", "1", "version", "1"));
            assertThat(owner.api("GET", "/products/" + id).send().expect(200).text())
                    .contains("\"title\":\"Bowl\"");
        }
        Staff seller = owner.colleague("staff");
        page.context().clearCookies();
        seller.signIn(page);
        page.navigate(seller.address("product?id=" + id + "&ask=delete"));
        assertThat(page.locator("#do-delete")).hasCount(0);
        post(
                page,
                "product",
                id,
                Map.of("form-delete", "form-delete", "do-delete", "x", "ask", "delete", "version", "1"));
        owner.api("GET", "/products/" + id).send().expect(200);
    }

    @Test
    void aProductOfAnotherStoreIsNotThere(Page page) throws IOException {
        Staff other = Staff.owner(shop, "Other");
        String foreign = product(other, "Foreign bowl", "Size", List.of("S"));
        owner.signIn(page);
        assertThat(page.navigate(owner.address("product?id=" + foreign)).status())
                .isEqualTo(404);
        assertThat(page.content()).doesNotContain("Foreign bowl");
        assertThat(page.navigate(owner.address("product?id=nonsense")).status()).isEqualTo(404);
        page.navigate(owner.address("products"));
        post(
                page,
                "product",
                foreign,
                Map.of("form-product", "form-product", "do-save", "x", "variants", "1", "version", "1"));
        assertThat(other.api("GET", "/products/" + foreign).send().expect(200).text())
                .contains("Foreign bowl");
    }

    /** Sends what the page would send if it offered it, with the token of its own session. */
    static void post(Page page, String view, String id, Map<String, String> fields) {
        page.evaluate("""
                ([view, id, fields]) => fetch(view, {method: 'POST', body: new URLSearchParams({...fields, id,
                  'jakarta.faces.ViewState': 'stateless', token: document.querySelector('[name=token]').value})})""", List.of(view, id, fields));
    }

    private void saveAs(Staff person, String id, String title) {
        JsonObject before =
                person.api("GET", "/products/" + id).send().expect(200).json();
        person.api("PUT", "/products/" + id)
                .body(
                        "application/json",
                        jakarta.json.Json.createObjectBuilder(before)
                                .add("title", title)
                                .build()
                                .toString())
                .send()
                .expect(200);
    }

    private String product(String title, String option, List<String> values) {
        return product(owner, title, option, values);
    }

    private static String product(Staff owner, String title, String option, List<String> values) {
        String variants = values.stream().map(value -> """
                        {"price":{"amount":1200,"currency":"EUR"},"stock":3,"options":["%s"]}""".formatted(value)).collect(Collectors.joining(","));
        return owner.api("POST", "/products")
                .body("application/json", """
                        {"title":"%s","options":[{"name":"%s"}],"variants":[%s]}""".formatted(title, option, variants))
                .send()
                .expect(201)
                .json()
                .getString("id");
    }

    static void looksRight(Page page, Staff person, String path) {
        String address = path.startsWith("http") ? path : person.address(path);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : new int[] {360, 1280}) {
                page.setViewportSize(width, 800);
                assertThat(page.navigate(address).status()).as(path).isEqualTo(200);
                assertThat(new AxeBuilder(page).analyze().getViolations())
                        .as("%s at %d px, %s", path, width, scheme)
                        .isEmpty();
                assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                        .as("%s at %d px is wider than the screen", path, width)
                        .isFalse();
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, exactly(name));
    }

    private static Page.GetByRoleOptions exactly(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
