package com.dainostore.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Browser;
import com.dainostore.testing.Eventually;
import com.dainostore.testing.Form;
import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way of a file of products through the console. */
@ExtendWith({SharedServer.class, Browser.class})
class MerchantImportsIT {
    private static final String ROWS = "Handle,Name,Body (HTML),Variant Price,Status\n"
            + "bowl,Bowl,<p>Round</p><script>alert(1)</script>,12.50,active\n" + "cup,<b>Cup</b>,,7,active\n"
            + "plate,Plate,,free,active\n";

    private final RunningShop shop;
    private Staff owner;

    MerchantImportsIT(RunningShop shop) {
        this.shop = shop;
        this.owner = new Staff(shop, "", "", "");
    }

    @BeforeEach
    void aStoreOfItsOwn() throws IOException {
        owner = Staff.owner(shop, "Clay & Co");
    }

    @Test
    void aFileIsCheckedMappedStartedAndDone(Page page) {
        owner.signIn(page);
        page.navigate(owner.address("products"));
        page.getByRole(AriaRole.LINK, named("Import")).click();
        assertThat(page.locator("main")).containsText("No imports yet");
        page.getByRole(AriaRole.BUTTON, button("Check the file")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("Choose a file first.");
        MerchantProductsIT.looksRight(page, owner, "imports");
        page.navigate(owner.address("imports"));
        page.locator("#file").setInputFiles(new FilePayload("goods.csv", "text/csv", ROWS.getBytes(UTF_8)));
        page.getByRole(AriaRole.BUTTON, button("Check the file")).click();
        assertThat(page.locator("h1")).hasText("goods.csv");
        assertThat(page.locator(".state").first()).hasText("Ready to start");
        assertThat(page.locator("#column-1")).hasValue("Kept as it is");
        assertThat(page.locator(".goes")).containsText("The product has no title.");

        page.locator("#column-1").fill("Nonsense");
        page.locator("#do-map").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Choose one of the list for Name.");
        page.locator("#column-1").fill("Title");
        page.locator("#do-map").click();
        assertThat(page.locator(".state").first()).hasText("Ready to start");
        assertThat(page.locator("#column-1")).hasValue("Title");
        assertThat(page.locator(".goes li")).hasCount(1);
        assertThat(page.locator(".goes")).containsText("Line 4, plate: The price free is no amount.");
        String address = page.url();
        MerchantProductsIT.looksRight(page, owner, address);
        page.setViewportSize(1280, 900);
        page.navigate(address);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/import-ready.png"))
                .setFullPage(true));

        page.locator("#do-start").click();
        assertThat(page.locator(".state").first()).hasText("Done");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("2 products are new");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/import-done.png"))
                .setFullPage(true));
        MerchantProductsIT.looksRight(page, owner, address);
        page.navigate(owner.address("products"));
        assertThat(page.locator("table.goods")).containsText("<b>Cup</b>");
    }

    @Test
    void itWorksWithoutAScriptAndForThoseWhoMay() throws Exception {
        StaffSession session = StaffSession.open(owner);
        Http.Answer sent = session.post("import-file")
                .form(new Form().field("token", session.token()).file("a.csv", "text/csv", ROWS.getBytes(UTF_8)))
                .send();
        String address = sent.expect(302, 303).header("Location").orElseThrow();
        assertThat(address).contains("/admin/merchant/import?id=");
        String id = address.substring(address.indexOf("id=") + 3);
        Eventually.holds(
                Duration.ofMinutes(1),
                "it is looked through",
                () -> session.get("import?id=" + id).send().text().contains("Ready to start"));
        StaffSession reader = StaffSession.open(owner.colleague("read_only"));
        Http.Answer seen = reader.get("import?id=" + id).send().expect(200);
        assertThat(seen.text())
                .contains("Kept as it is")
                .doesNotContain("do-start")
                .doesNotContain("<script>alert");
        assertThat(reader.post("import-file")
                        .form(new Form().field("token", reader.token()).file("a.csv", "text/csv", ROWS.getBytes(UTF_8)))
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(session.get("refused?id=" + id).send().expect(200).text()).contains("The product has no title.");
        assertThat(reader.get("export").send().expect(200).text()).startsWith("Handle,Title,");
        assertThat(owner.api("GET", "/audit?action=product.export")
                        .send()
                        .expect(200)
                        .text())
                .contains("product.export");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
