package com.dainostore.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Browser;
import com.dainostore.testing.Form;
import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.JsonArray;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way of a store's staff through its files, in a browser, and what is refused there. */
@ExtendWith({SharedServer.class, Browser.class})
class MerchantMediaIT {
    private final RunningShop shop;
    private Staff owner;

    MerchantMediaIT(RunningShop shop) {
        this.shop = shop;
        this.owner = new Staff(shop, "", "", "");
    }

    @BeforeEach
    void aStoreOfItsOwn() throws IOException {
        owner = Staff.owner(shop, "Clay & Co");
    }

    @Test
    void filesAreAddedDescribedFoundAndDeleted(Page page) {
        owner.signIn(page);
        page.navigate(owner.address("media"));
        assertThat(page.locator("main")).containsText("No files yet");
        page.getByRole(AriaRole.BUTTON, named("Add files")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("Choose one or more files first.");

        page.locator("#files").setInputFiles(new FilePayload[] {
            new FilePayload("bowl <b>.png", "image/png", picture(800, 600)),
            new FilePayload("cup.png", "image/png", picture(600, 800))
        });
        page.getByRole(AriaRole.BUTTON, named("Add files")).click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("2 files are added.");
        assertThat(page.locator(".tile")).hasCount(2);
        assertThat(page.locator(".note")).containsText("of 10 GB used by 2 files.");
        assertThat(page.locator(".tile img").first()).not().hasJSProperty("naturalWidth", 0);

        page.locator("#q").fill("BOWL");
        page.getByRole(AriaRole.BUTTON, named("Show")).click();
        assertThat(page.locator(".tile")).hasCount(1);
        page.locator(".tile").click();
        page.locator("#alt").fill("A blue bowl");
        page.locator("#do-describe").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("The description is saved.");
        assertThat(page.locator(".facts")).containsText("800 × 600");
        assertThat(page.locator(".facts")).containsText(owner.email());

        page.locator("#do-ask").click();
        assertThat(page.locator(".edge h2")).hasText("Delete “bowl b.png” for good?");
        page.locator("#do-delete").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("The file is deleted.");
        assertThat(page.locator(".tile")).hasCount(1);
        assertThat(history()).contains("file.add", "file.describe", "file.delete", "A blue bowl");
    }

    @Test
    void eachFileThatIsNotAddedIsToldWithItsReasonAndTheOthersStay(Page page) {
        owner.signIn(page);
        page.navigate(owner.address("media?folder=products"));
        page.locator("#files").setInputFiles(new FilePayload[] {
            new FilePayload("good.png", "image/png", picture(20, 20)),
            new FilePayload("page.png", "image/png", "<html><script>alert(1)</script></html>".getBytes(UTF_8)),
            new FilePayload("cut.jpg", "image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0}),
            new FilePayload("huge.png", "image/png", huge())
        });
        page.getByRole(AriaRole.BUTTON, named("Add files")).click();
        page.waitForURL("**/media?folder=products&done=uploaded*");

        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("One file is added.");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("“page.png” is not a picture that can be shown");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("“cut.jpg” cannot be read as a picture.");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("“huge.png” is too large. Pictures can have 20 MB");
        assertThat(page.locator(".tile")).hasCount(1);
    }

    @Test
    void withoutScriptsFilesAreAddedToo() {
        StaffSession session = StaffSession.open(owner);
        String address = upload(session, session.token(), "documents", "prices.csv", "a,b".getBytes(UTF_8))
                .expect(303)
                .header("Location")
                .orElseThrow();
        assertThat(address).isEqualTo("/admin/merchant/media?folder=documents&done=uploaded&n=1");
        String page = session.get("media?folder=documents").send().expect(200).text();
        String id = page.replaceAll("(?s).*merchant/file\\?id=([0-9a-f-]{36}).*", "$1");
        Http.Answer content = session.get("download?id=" + id).send().expect(200);
        assertThat(content.text()).isEqualTo("a,b");
        assertThat(content.header("Content-Disposition").orElseThrow()).startsWith("attachment");
        assertThat(content.header("Content-Security-Policy").orElseThrow()).startsWith("sandbox");
    }

    @Test
    void anUploadNeedsTheSessionItsTokenAndAPageOfTheSameStore() throws IOException {
        StaffSession session = StaffSession.open(owner);
        StaffSession elsewhere = StaffSession.open(Staff.owner(shop, "Basalt"));
        byte[] content = picture(10, 10);

        assertThat(upload(session, elsewhere.token(), "media", "a.png", content)
                        .expect(303)
                        .header("Location")
                        .orElseThrow())
                .startsWith("/admin/merchant/upload?again=1");
        assertThat(upload(session, "", "media", "a.png", content).status()).isEqualTo(303);
        Http.Answer foreignCookie = shop.http()
                .request("POST", owner.host(), "/admin/merchant/upload")
                .header("Cookie", elsewhere.cookie())
                .header("Origin", origin(owner))
                .form(form(elsewhere.token(), "media", "a.png", content))
                .send();
        assertThat(foreignCookie.status()).isIn(303, 403);
        Http.Answer foreignPage = shop.http()
                .request("POST", owner.host(), "/admin/merchant/upload")
                .header("Cookie", session.cookie())
                .header("Origin", origin(elsewhere.staff()))
                .form(form(session.token(), "media", "a.png", content))
                .send();
        assertThat(foreignPage.status()).isEqualTo(403);
        assertThat(upload(session, session.token(), "../products", "a.png", content)
                        .status())
                .isEqualTo(422);
        assertThat(files(owner)).isEmpty();
    }

    @Test
    void theFilesOfAnotherStoreAreNotThere() throws IOException {
        StaffSession session = StaffSession.open(owner);
        Staff other = Staff.owner(shop, "Basalt");
        upload(session, session.token(), "media", "secret.png", picture(30, 30)).expect(303);
        String id = files(owner).getJsonObject(0).getString("id");
        StaffSession stranger = StaffSession.open(other);

        stranger.get("file?id=" + id).send().expect(404);
        stranger.get("download?id=" + id).send().expect(404);
        stranger.submit("file", Map.of("form-delete", "form-delete", "do-delete", "x", "id", id))
                .send()
                .expect(404);
        stranger.submit("file", Map.of("form-describe", "form-describe", "do-describe", "x", "id", id, "alt", "mine"))
                .send()
                .expect(404);
        assertThat(stranger.get("media").send().expect(200).text()).doesNotContain("secret.png");
        session.get("download?id=" + id).send().expect(200);
        session.get("download?id=" + UUID.randomUUID()).send().expect(404);
    }

    @Test
    void whoeverMayNotIsNotOfferedItAndIsRefused() throws SQLException {
        StaffSession session = StaffSession.open(owner);
        upload(session, session.token(), "media", "a.png", picture(30, 30)).expect(303);
        String id = files(owner).getJsonObject(0).getString("id");

        StaffSession reader = StaffSession.open(owner.colleague("read_only"));
        assertThat(reader.get("media").send().expect(200).text()).doesNotContain("Add files");
        assertThat(reader.get("file?id=" + id).send().expect(200).text()).doesNotContain("do-describe", "do-ask");
        assertThat(upload(reader, reader.token(), "media", "b.png", picture(9, 9))
                        .status())
                .isEqualTo(403);

        StaffSession editor = StaffSession.open(owner.colleague("staff"));
        assertThat(editor.get("file?id=" + id).send().expect(200).text())
                .contains("do-describe")
                .doesNotContain("do-ask", owner.email());
        editor.submit("file", Map.of("form-delete", "form-delete", "do-delete", "x", "id", id))
                .send()
                .expect(200, 403);
        assertThat(files(owner)).hasSize(1);
    }

    @Test
    void reportsAreThereWithTheFeatureOnly(Page page) throws IOException, SQLException {
        StaffSession session = StaffSession.open(owner);
        session.get("reports").send().expect(404);
        session.get("report-table").send().expect(404);
        assertThat(session.get("home").send().expect(200).text()).doesNotContain("/merchant/reports");

        shop.http()
                .request("PUT", "localhost", "/api/platform/v1/stores/" + owner.store() + "/flags")
                .bearer(shop.operatorToken())
                .json(Map.of("advancedReports", true))
                .send()
                .expect(200);
        owner.signIn(page);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Reports"))
                .click();
        assertThat(page.locator("main")).containsText("Nothing to report yet");
        product("Bowl", "Clay", 1900, 3);
        product("Cup", "=Clay", 900, 0);
        page.reload();
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page.locator("main")).containsText("57.00");
        assertThat(session.get("report-table").send().expect(200).text()).contains("\"'=Clay\"");
        StaffSession.open(owner.colleague("staff")).get("reports").send().expect(403);
        Looks.right(page, owner.address("reports"));
    }

    @Test
    void thePagesCanBeUsedByEverybodyInBothWidthsAndBothSchemes(Page page) {
        StaffSession session = StaffSession.open(owner);
        upload(session, session.token(), "products", "wide.png", picture(1200, 300))
                .expect(303);
        upload(session, session.token(), "documents", "prices.csv", "a,b".getBytes(UTF_8))
                .expect(303);
        String document = files(owner).getJsonObject(0).getString("id");
        String picture = files(owner).getJsonObject(1).getString("id");
        owner.signIn(page);
        Looks.right(page, owner.address("media"));
        Looks.right(page, owner.address("file?id=" + document));
        Looks.right(page, owner.address("file?id=" + picture));
    }

    private static Http.Answer upload(StaffSession session, String token, String folder, String name, byte[] content) {
        return session.post("upload").form(form(token, folder, name, content)).send();
    }

    private static Form form(String token, String folder, String name, byte[] content) {
        return new Form().field("token", token).field("folder", folder).file(name, "image/png", content);
    }

    private String origin(Staff staff) {
        return "http://" + staff.host() + ":" + shop.port();
    }

    private void product(String title, String vendor, int price, int stock) {
        owner.api("POST", "/products")
                .json(Map.of(
                        "title",
                        title,
                        "vendor",
                        vendor,
                        "variants",
                        List.of(Map.of("price", Map.of("amount", price, "currency", "EUR"), "stock", stock))))
                .send()
                .expect(201);
    }

    private String history() {
        return owner.api("GET", "/audit?action=file").send().expect(200).text();
    }

    /** The newest first. */
    private static JsonArray files(Staff staff) {
        return staff.api("GET", "/media").send().expect(200).json().getJsonArray("files");
    }

    /** More bytes than a picture can have, which begin like one. */
    private static byte[] huge() {
        byte[] bytes = new byte[21 * 1024 * 1024];
        System.arraycopy(picture(10, 10), 0, bytes, 0, 60);
        return bytes;
    }

    static byte[] picture(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(0x2f62b4), width, height, new Color(0xddd0b8)));
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
