package com.dainostore.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Browser;
import com.dainostore.testing.Form;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pictures and all else of a product on their way from the merchant to the shopper, in a browser. */
@ExtendWith({SharedServer.class, Browser.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductPicturesIT {
    private static final String HOSTILE = "<img src=x onerror=\"window.taken=1\"><script>window.taken=1</script>"
            + "<svg onload=\"window.taken=1\"></svg><a href=\"javascript:window.taken=1\">more</a>";

    private final RunningShop shop;
    private Staff owner;

    ProductPicturesIT(RunningShop shop) {
        this.shop = shop;
        this.owner = new Staff(shop, "", "", "");
    }

    @BeforeAll
    void aStore() throws IOException {
        owner = Staff.owner(shop, "Pictures");
    }

    @Test
    void picturesAreSentPickedOrderedAndDescribed(Page page) {
        String known = upload(owner, "shelf.png", 900, 600);
        String id = product("Shelf lamp", List.of(), "Plain").getString("id");
        owner.signIn(page);
        page.navigate(owner.address("product?id=" + id));
        page.locator("#files").setInputFiles(new FilePayload[] {
            new FilePayload("front.png", "image/png", MerchantMediaIT.picture(800, 1000)),
            new FilePayload("page.png", "image/png", "<script>".getBytes(java.nio.charset.StandardCharsets.UTF_8))
        });
        button(page, "Add to the product").click();
        page.waitForURL(Pattern.compile(".*done=pictures.*"));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("“page.png” is not a picture");
        assertThat(page.locator("#pictures .picks li")).hasCount(1);

        page.locator("#seek").fill("shelf");
        page.locator("#seek").press("Enter");
        button(page, "Add shelf.png").click();
        assertThat(page.locator("#pictures .picks li")).hasCount(2);
        page.locator("#picture-1-alt").fill("On a shelf");
        button(page, "Move picture 2 up").click();
        assertThat(page.locator("#picture-0-alt")).hasValue("On a shelf");
        page.locator("#variant-0-weight").fill("1,25");
        page.locator("[name=variant-0-unit]").selectOption("kg");
        page.locator("#variant-0-picture").selectOption(known);
        page.locator("#variant-0-tracked").uncheck();
        button(page, "Add a field").click();
        assertThat(page.locator("#field-0")).isFocused();
        page.locator("#field-0").fill("watts");
        page.locator("#field-0-type").selectOption("number_integer");
        page.locator("#field-0-value").fill("many");
        page.locator("#category").fill("Home > Lighting");
        page.locator("#do-save").click();
        assertThat(page.locator("#field-0-value-error")).containsText("Use a whole number.");
        page.locator("#field-0-value").fill("15");
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        page.locator("#do-save").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The product is saved.");
        MerchantProductsIT.looksRight(page, owner, "product?id=" + id);

        JsonObject saved =
                owner.api("GET", "/products/" + id).send().expect(200).json();
        JsonObject variant = saved.getJsonArray("variants").getJsonObject(0);
        assertThat(saved.getJsonArray("images")).hasSize(2);
        assertThat(saved.getJsonArray("images").getJsonObject(0).getString("alt"))
                .isEqualTo("On a shelf");
        assertThat(saved.getString("category")).isEqualTo("Home > Lighting");
        assertThat(saved.getJsonArray("metafields").getJsonObject(0).toString())
                .isEqualTo("{\"namespace\":\"custom\",\"key\":\"watts\",\"type\":\"number_integer\",\"value\":\"15\"}");
        assertThat(variant.getJsonObject("weight").toString()).isEqualTo("{\"grams\":1250,\"unit\":\"kg\"}");
        assertThat(variant.getString("image")).isEqualTo(known);
        assertThat(variant.getBoolean("tracked")).isFalse();
        assertThat(variant.getBoolean("taxable")).isTrue();

        page.navigate(owner.address("products?q=Shelf"));
        assertThat(page.locator(".goods .thumb img")).hasCount(1);
        MerchantProductsIT.looksRight(page, owner, "products?q=Shelf");
    }

    @Test
    void theConsoleTakesPicturesWithoutScripts(Page page) {
        upload(owner, "bare.png", 600, 600);
        String id = product("Bare lamp", List.of(), "Plain").getString("id");
        try (BrowserContext bare = withoutScripts(page)) {
            Page plain = bare.newPage();
            owner.signIn(plain);
            plain.navigate(owner.address("product?id=" + id));
            plain.locator("#seek").fill("bare");
            button(plain, "Find").click();
            button(plain, "Add bare.png").click();
            assertThat(plain.locator("#pictures .picks li")).hasCount(1);
            plain.locator("#do-save").click();
            assertThat(plain.getByRole(AriaRole.STATUS).first()).containsText("The product is saved.");
            assertThat(plain.locator("#pictures .picks li")).hasCount(1);
        }
    }

    @Test
    void theGalleryWorksWithAndWithoutScripts(Page page) {
        List<String> files = List.of(
                upload(owner, "one.png", 1500, 1000),
                upload(owner, "two.png", 700, 900),
                upload(owner, "three.png", 400, 400));
        String address = origin() + "/products/"
                + product("Gallery lamp", files, "Plain").getString("handle");
        shows(page, address, files);
        page.evaluate("window.stayed = true");
        page.locator("#thumb-2").click();
        assertThat(page.locator("#thumb-2")).hasAttribute("aria-current", "true");
        assertThat(page.locator("#thumb-2")).isFocused();
        assertThat(page.evaluate("window.stayed")).isEqualTo(true);
        assertThat(page.locator(".stage img")).hasAttribute("src", Pattern.compile(".*" + files.get(2) + ".*"));

        try (BrowserContext bare = withoutScripts(page)) {
            Page plain = bare.newPage();
            shows(plain, address, files);
            plain.locator("#thumb-1").click();
            assertThat(plain.locator("#thumb-1")).hasAttribute("aria-current", "true");
            assertThat(plain.locator(".stage img")).hasAttribute("src", Pattern.compile(".*" + files.get(1) + ".*"));
            assertThat(plain.url()).contains("picture=2");
        }
        for (int width : new int[] {360, 768, 1280}) {
            page.setViewportSize(width, 800);
            for (String path : List.of(address, address + "?picture=3", origin() + "/products")) {
                page.navigate(path);
                assertThat(new AxeBuilder(page).analyze().getViolations())
                        .as("%s at %d px", path, width)
                        .isEmpty();
                assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as("%s fits %d px", path, width)
                        .isTrue();
            }
        }
        assertThat(page.locator(".card-picture img").first()).isVisible();
    }

    private static void shows(Page page, String address, List<String> files) {
        page.navigate(address);
        assertThat(page.locator(".thumb")).hasCount(files.size());
        Locator shown = page.locator(".stage img");
        assertThat(shown).hasAttribute("src", Pattern.compile(".*" + files.get(0) + ".*"));
        page.waitForFunction("document.querySelector('.stage img').naturalWidth > 0");
    }

    @Test
    void nothingThatAMerchantWritesRunsBeforeShoppers(Page page) {
        String file = upload(owner, "hostile.png", 300, 300);
        JsonObject made = owner.api("POST", "/products")
                .body(
                        "application/json",
                        Json.createObjectBuilder()
                                .add("title", HOSTILE)
                                .add("handle", "hostile")
                                .add("status", "active")
                                .add("description", "<p onclick=\"window.taken=1\">Read</p>" + HOSTILE)
                                .add("vendor", HOSTILE)
                                .add("type", HOSTILE)
                                .add("category", HOSTILE)
                                .add(
                                        "images",
                                        Json.createArrayBuilder()
                                                .add(Json.createObjectBuilder()
                                                        .add("id", file)
                                                        .add("alt", HOSTILE)))
                                .add(
                                        "metafields",
                                        Json.createArrayBuilder()
                                                .add(Json.createObjectBuilder()
                                                        .add("namespace", "custom")
                                                        .add("key", "note")
                                                        .add("value", HOSTILE)))
                                .add("variants", variants("Plain"))
                                .build()
                                .toString())
                .send()
                .expect(201)
                .json();
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> asked.add(request.url()));

        page.navigate(origin() + "/products/hostile");
        page.locator(".story").click();

        assertThat(made.getString("description")).isEqualTo("<p>Read</p>more");
        assertThat(page.evaluate("window.taken === undefined")).isEqualTo(true);
        assertThat(asked).allMatch(url -> url.startsWith(origin() + "/"));
        assertThat(page.locator(".facts")).containsText("<script>");
        owner.signIn(page);
        page.navigate(owner.address("product?id=" + made.getString("id")));
        page.navigate(owner.address("products"));
        assertThat(page.evaluate("window.taken === undefined")).isEqualTo(true);
    }

    @Test
    void aPictureOfAnotherStoreCannotBeShownAndOneThatIsShownCannotBeDeleted() throws IOException {
        Staff other = Staff.owner(shop, "Other pictures");
        String foreign = upload(other, "foreign.png", 50, 50);
        String own = upload(owner, "own.png", 50, 50);
        JsonObject lamp = product("Kept lamp", List.of(own), "Plain");

        JsonObject refusal = owner.api("POST", "/products")
                .body("application/json", body("Thief", List.of(foreign), "Plain"))
                .send()
                .expect(422)
                .json();
        assertThat(refusal.getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo("images[0].id");
        assertThat(owner.api("DELETE", "/media/" + own).send().expect(422).text())
                .contains("A product shows this picture.");

        owner.api("DELETE", "/products/" + lamp.getString("id")).send().expect(204);
        owner.api("DELETE", "/media/" + own).send().expect(204);
    }

    private JsonObject product(String title, List<String> files, String... sizes) {
        return owner.api("POST", "/products")
                .body("application/json", body(title, files, sizes))
                .send()
                .expect(201)
                .json();
    }

    private static String body(String title, List<String> files, String... sizes) {
        JsonArrayBuilder images = Json.createArrayBuilder();
        files.forEach(
                file -> images.add(Json.createObjectBuilder().add("id", file).add("alt", "Seen")));
        return Json.createObjectBuilder()
                .add("title", title)
                .add("status", "active")
                .add("images", images)
                .add("variants", variants(sizes))
                .build()
                .toString();
    }

    private static JsonArray variants(String... skus) {
        JsonArrayBuilder variants = Json.createArrayBuilder();
        for (String sku : skus) {
            variants.add(Json.createObjectBuilder()
                    .add("sku", sku)
                    .add("stock", 3)
                    .add("price", Json.createObjectBuilder().add("amount", 1200).add("currency", "EUR")));
        }
        return variants.build();
    }

    private static String upload(Staff staff, String name, int width, int height) {
        return staff.api("POST", "/media?folder=products")
                .form(new Form().file(name, "image/png", MerchantMediaIT.picture(width, height)))
                .send()
                .expect(201)
                .json()
                .getJsonArray("results")
                .getJsonObject(0)
                .getJsonObject("file")
                .getString("id");
    }

    private String origin() {
        return "http://" + owner.host() + ":" + shop.port();
    }

    private static BrowserContext withoutScripts(Page page) {
        return page.context()
                .browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
