package com.dainostore.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Browser;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the staff of a store do with its collections in the console, in a browser. */
@ExtendWith({SharedServer.class, Browser.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MerchantCollectionsIT {
    private static final Pattern COLLECTION = Pattern.compile(".*/merchant/collection\\?id=.*");

    private final RunningShop shop;
    private Staff owner;

    MerchantCollectionsIT(RunningShop shop) {
        this.shop = shop;
        this.owner = new Staff(shop, "", "", "");
    }

    @BeforeAll
    void aStoreWithProducts() throws IOException {
        owner = Staff.owner(shop, "Collected & Co");
        for (String title : List.of("Red bowl", "Blue bowl", "Lamp")) {
            product(owner, title);
        }
    }

    @Test
    void aCollectionIsPutTogetherOrderedAndDeleted(Page page) throws IOException {
        owner.signIn(page);
        page.navigate(owner.address("collections"));
        page.getByRole(AriaRole.LINK, exactly("Add collection")).first().click();
        page.locator("#title").fill(" ");
        page.locator("#do-save").click();
        assertThat(page.locator("#title-error")).hasText("Give the collection a title.");
        page.locator("#title").fill("For the Øresund table");
        page.locator("#seek").fill("bowl");
        page.locator("#seek").press("Enter");
        assertThat(page.locator(".found li")).hasCount(2);
        button(page, "Add Red bowl").click();
        assertThat(page.locator("ol.picks li")).hasCount(1);
        button(page, "Add Blue bowl").click();
        assertThat(page.locator("ol.picks li")).hasCount(2);
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        button(page, "Move Blue bowl up").click();
        assertThat(page.locator("ol.picks li").first()).containsText("Blue bowl");
        page.locator("#published").selectOption("yes");
        page.locator("#do-save").click();
        page.waitForURL(COLLECTION);
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The collection is added.");
        assertThat(page.locator("h1")).hasText("For the Øresund table");
        assertThat(page.locator("#handle")).hasValue("for-the-oeresund-table");
        assertThat(page.locator("ol.picks li")).hasCount(2);
        assertThat(page.locator("ol.picks li").first()).containsText("Blue bowl");
        MerchantProductsIT.looksRight(page, owner, page.url());
        MerchantProductsIT.looksRight(page, owner, "collections");

        page.navigate(owner.address("collections"));
        page.getByRole(AriaRole.LINK, exactly("For the Øresund table")).click();
        button(page, "Remove Blue bowl").click();
        assertThat(page.locator("ol.picks li")).hasCount(1);
        page.locator("#do-save").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The collection is saved.");
        page.getByRole(AriaRole.LINK, exactly("Delete collection")).click();
        assertThat(page.locator(".goes")).containsText("1 product");
        button(page, "Delete collection").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Its products are still there.");
    }

    @Test
    void whoeverWasSlowerSeesBothAndChooses(Page page) throws SQLException {
        String id = collection(owner, "Spring");
        Staff mara = owner.colleague("manager");
        owner.signIn(page);
        page.navigate(owner.address("collection?id=" + id));
        page.locator("#title").fill("My spring");
        page.locator("#description").fill("Mine");
        mara.api("PUT", "/collections/" + id)
                .json(Map.of("title", "Her spring"))
                .send()
                .expect(200);
        page.locator("#do-save").click();
        assertThat(page.locator("#compare h2")).containsText(mara.email() + " changed this");
        page.locator("#compare tbody tr")
                .filter(new Locator.FilterOptions().setHasText("Her spring"))
                .getByRole(AriaRole.BUTTON)
                .click();
        assertThat(page.locator("#title")).hasValue("Her spring");
        page.locator("#do-save").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The collection is saved.");
        assertThat(page.locator("#description")).hasValue("Mine");
    }

    @Test
    void everythingWorksWithoutScripts(Page page) {
        BrowserContext bare = page.context()
                .browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false));
        try (bare) {
            Page plain = bare.newPage();
            owner.signIn(plain);
            plain.navigate(owner.address("new-collection"));
            plain.locator("#title").fill("Plain");
            plain.locator("#seek").fill("a");
            button(plain, "Find").click();
            button(plain, "Add Lamp").click();
            assertThat(plain.locator("#title")).hasValue("Plain");
            plain.locator("#do-save").click();
            assertThat(plain.getByRole(AriaRole.STATUS).first()).containsText("The collection is added.");
            assertThat(plain.locator("ol.picks li")).hasCount(1);
        }
    }

    @Test
    void whoMayOnlyLookSeesNothingToTypeAndIsRefused(Page page) throws SQLException {
        String id = collection(owner, "Read me");
        Staff reader = owner.colleague("read_only");
        reader.signIn(page);
        page.navigate(reader.address("collections"));
        assertThat(page.locator("main").getByText("Add collection")).hasCount(0);
        page.getByRole(AriaRole.LINK, exactly("Read me")).click();
        page.waitForURL(COLLECTION);
        assertThat(page.locator("main input, main select, main textarea, main .savebar"))
                .hasCount(0);
        assertThat(page.navigate(reader.address("new-collection")).status()).isEqualTo(403);
        page.navigate(reader.address("collection?id=" + id));
        MerchantProductsIT.post(
                page,
                "collection",
                id,
                Map.of("form-collection", "x", "do-save", "x", "title", "Mine", "products", "0", "version", "1"));
        MerchantProductsIT.post(
                page, "collection", id, Map.of("form-delete", "x", "do-delete", "x", "ask", "delete", "version", "1"));
        assertThat(owner.api("GET", "/collections/" + id).send().expect(200).text())
                .contains("\"title\":\"Read me\"");
    }

    @Test
    void whatIsOfAnotherStoreIsNotThereAndCannotBeTakenIn(Page page) throws IOException {
        Staff other = Staff.owner(shop, "Other shelves");
        String foreign = collection(other, "Foreign collection");
        String foreignProduct = product(other, "Foreign bowl");
        owner.signIn(page);
        assertThat(page.navigate(owner.address("collection?id=" + foreign)).status())
                .isEqualTo(404);
        assertThat(page.content()).doesNotContain("Foreign collection");

        String own = collection(owner, "Own");
        owner.api("PUT", "/collections/" + own)
                .body("application/json", """
                        {"title":"Own","products":[{"id":"%s"}]}""".formatted(foreignProduct))
                .send()
                .expect(422);
        owner.api("PUT", "/collections/" + own)
                .header("If-Match", "\"7\"")
                .json(Map.of("title", "Own"))
                .send()
                .expect(412);
        page.navigate(owner.address("collection?id=" + own));
        MerchantProductsIT.post(
                page,
                "collection",
                own,
                Map.of(
                        "form-collection",
                        "x",
                        "do-save",
                        "x",
                        "title",
                        "Own",
                        "products",
                        "1",
                        "product-0",
                        foreignProduct,
                        "version",
                        "1"));
        assertThat(owner.api("GET", "/collections/" + own).send().expect(200).text())
                .contains("\"products\":[]");
    }

    private static String product(Staff owner, String title) {
        return owner.api("POST", "/products")
                .body("application/json", """
                        {"title":"%s","variants":[{"price":{"amount":1200,"currency":"EUR"}}]}""".formatted(title))
                .send()
                .expect(201)
                .json()
                .getString("id");
    }

    private static String collection(Staff owner, String title) {
        return owner.api("POST", "/collections")
                .json(Map.of("title", title))
                .send()
                .expect(201)
                .json()
                .getString("id");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, exactly(name));
    }

    private static Page.GetByRoleOptions exactly(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
