package com.dainostore.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Browser;
import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the staff of a store do with its orders in the console, in a browser. */
@ExtendWith({SharedServer.class, Browser.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderDeskIT {
    private final RunningShop shop;
    private Staff owner;
    private String lamp = "";

    OrderDeskIT(RunningShop shop) {
        this.shop = shop;
        this.owner = new Staff(shop, "", "", "");
    }

    @BeforeAll
    void aStoreThatSells() throws IOException {
        owner = Staff.owner(shop, "Sold & Sent");
        lamp = product(owner, "Lamp");
        owner.api("PUT", "/settings")
                .json(Map.of(
                        "contactAddress", "Sold & Sent GmbH\nHafen 1\n1020 Wien",
                        "contactEmail", "hello@sold.example",
                        "imprint", "FN 12345a, ATU00000000",
                        "invoiceText", "AT00 1111 2222 3333, within 14 days"))
                .send()
                .expect(200);
    }

    @Test
    void ordersAreFoundFilteredAndSorted(Page page) throws IOException, SQLException {
        Staff alone = Staff.owner(shop, "Just opened");
        String bowl = product(alone, "Bowl");
        alone.signIn(page);
        Looks.right(page, alone.address("home"));
        assertThat(page.locator("main")).containsText("Nobody has ordered yet");
        Looks.right(page, alone.address("orders"));
        assertThat(page.locator(".nothing")).containsText("No orders yet");
        assertThat(page.locator(".waits")).hasCount(0);

        Sold.order(alone, "Anna Berger", bowl, 1, 2);
        Sold.order(alone, "Zoe Adler", bowl, 3, 1);
        String paid = Sold.order(alone, "Max Moser", bowl, 2, 0);
        StaffSession.open(alone)
                .submit("order", Map.of("form-pay", "form-pay", "do-pay", "x", "id", paid, "version", "1"))
                .send()
                .expect(303);
        page.navigate(alone.address("orders"));
        assertThat(page.locator(".waits")).hasText("3 to send");
        assertThat(page.locator("tbody tr .main")).hasText(new String[] {"A-1003", "A-1002", "A-1001"});
        page.getByRole(AriaRole.LINK, exactly("Total")).click();
        assertThat(page.locator("tbody tr .main")).hasText(new String[] {"A-1001", "A-1003", "A-1002"});
        page.getByRole(AriaRole.LINK, exactly("Customer")).click();
        assertThat(page.locator("tbody tr .main")).hasText(new String[] {"A-1001", "A-1003", "A-1002"});
        page.locator(".chips").getByText("To be paid").click();
        assertThat(page.locator("tbody tr .main")).hasText(new String[] {"A-1001", "A-1002"});
        for (Map.Entry<String, String> search : Map.of("1003", "A-1003", "ZOE.adler@", "A-1002", "berger", "A-1001")
                .entrySet()) {
            page.navigate(alone.address("orders?q=" + search.getKey()));
            assertThat(page.locator("tbody tr .main")).hasText(new String[] {search.getValue()});
        }
        page.navigate(alone.address("orders?q=nobody&state=cancelled"));
        assertThat(page.locator(".nothing")).containsText("No order matches");
        Looks.right(page, alone.address("orders"));
    }

    @Test
    void anOrderIsPaidSentAndSpokenOf(Page page) throws SQLException {
        String id = Sold.order(owner, "Anna Berger", lamp, 2, 0);
        owner.signIn(page);
        Looks.right(page, owner.address("order?id=" + id));
        assertThat(page.locator(".sums")).containsText("€28.90");
        button(page, "Mark as paid").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The order is paid.");
        assertThat(page.locator("#do-pay")).hasCount(0);

        page.locator("#carrier").fill("Post");
        page.locator("#number").fill("P 123");
        page.locator("#url").fill("javascript:alert(1)");
        button(page, "Mark as sent").click();
        assertThat(page.locator("#url-error")).containsText("https://");
        assertThat(page.locator("#number")).hasValue("P 123");
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        page.locator("#url").fill("https://post.example/P123");
        button(page, "Mark as sent").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("anna.berger@example.com gets a mail");
        assertThat(page.locator(".facts").first()).containsText("P 123");
        assertThat(page.locator("a[href='https://post.example/P123']")).hasCount(1);
        assertThat(page.getByText("Cancel order")).hasCount(0);

        page.locator("#note").fill(" ");
        button(page, "Keep the note").click();
        assertThat(page.locator("#note-error")).hasText("Write a note.");
        page.locator("#note").fill("Rang twice <b>and</b> left it\nwith the neighbour");
        button(page, "Keep the note").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Only your team sees it.");
        assertThat(page.locator(".timeline li")).hasCount(4);
        assertThat(page.locator(".timeline li").first()).containsText("<b>and</b>");
        assertThat(page.locator(".timeline li").nth(1)).containsText(owner.email() + " marked it as sent");
        assertThat(column("SELECT kind FROM mails WHERE recipient = 'anna.berger@example.com'"))
                .contains("order-shipped");
        Looks.right(page, owner.address("order?id=" + id));
    }

    @Test
    void anOrderIsCancelledAndItsPiecesComeBackOrNot(Page page) throws SQLException {
        String vase = product(owner, "Vase");
        String back = Sold.order(owner, "Ben Maier", vase, 2, 0);
        String lost = Sold.order(owner, "Eva Huber", vase, 1, 0);
        assertThat(stock(vase)).isEqualTo(17);
        owner.signIn(page);
        page.navigate(owner.address("order?id=" + back));
        page.getByRole(AriaRole.LINK, exactly("Cancel order")).click();
        assertThat(page.locator(".goes")).containsText("2 pieces for €28.90 are not sent to Ben Maier");
        Looks.right(page, owner.address("order?id=" + back + "&ask=cancel"));
        page.getByRole(AriaRole.LINK, exactly("Keep it")).click();
        assertThat(page.locator(".goes")).hasCount(0);
        page.getByRole(AriaRole.LINK, exactly("Cancel order")).click();
        button(page, "Cancel the order").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The order is cancelled.");
        assertThat(page.locator(".timeline")).containsText("put its pieces back into the stock");
        assertThat(page.locator("#do-send, #do-pay")).hasCount(0);
        assertThat(stock(vase)).isEqualTo(19);

        page.navigate(owner.address("order?id=" + lost + "&ask=cancel"));
        page.getByText("Stay out of the stock").click();
        button(page, "Cancel the order").click();
        assertThat(page.locator(".facts").first()).containsText("Its pieces stayed out of the stock");
        assertThat(stock(vase)).isEqualTo(19);
    }

    @Test
    void whoeverWasSlowerIsToldWhatAColleagueDid(Page page) throws SQLException {
        String id = Sold.order(owner, "Ida Wolf", lamp, 1, 0);
        Staff mara = owner.colleague("manager");
        shop.databases().run(database(), "UPDATE people SET name = 'Mara' WHERE email = '" + mara.email() + "'");
        StaffSession hers = StaffSession.open(mara);
        owner.signIn(page);
        page.navigate(owner.address("order?id=" + id));
        page.locator("#carrier").fill("Post");
        send(hers, id, "form-pay", "do-pay", "1");
        button(page, "Mark as sent").click();
        assertThat(page.locator("#meanwhile")).containsText("Mara marked it as paid");
        assertThat(page.locator("#carrier")).hasValue("Post");
        Looks.rightNow(page, "merchant-order-meanwhile");
        assertThat(column("SELECT coalesce(fulfilled_at::text, 'open') FROM orders WHERE id = '" + id + "'"))
                .containsExactly("open");
        button(page, "Mark as sent").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The order is sent.");

        String other = Sold.order(owner, "Uwe Wolf", lamp, 1, 0);
        page.navigate(owner.address("order?id=" + other));
        send(hers, other, "form-pay", "do-pay", "1");
        button(page, "Mark as paid").click();
        assertThat(page.locator("#meanwhile")).containsText("Mara marked it as paid");
        page.navigate(owner.address("order?id=" + other + "&ask=cancel"));
        send(hers, other, "form-send", "do-send", "2");
        button(page, "Cancel the order").click();
        assertThat(page.locator("#meanwhile")).containsText("Mara marked it as sent");
        assertThat(page.locator("#do-cancel")).hasCount(0);
    }

    @Test
    void theTableIsWhatTheListShowsWithoutFormulas() throws SQLException {
        Sold.order(owner, "=1+1 Formula", lamp, 1, 0);
        Sold.order(owner, "Formula, \"plain\"", lamp, 1, 0);
        StaffSession session = StaffSession.open(owner);
        Http.Answer answer =
                session.get("orders-export?q=formula&state=open").send().expect(200);
        assertThat(answer.header("Content-Disposition").orElseThrow()).contains("attachment", "orders.csv");
        assertThat(answer.text().split("\r\n"))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains("\"'=1+1 Formula\""))
                .anySatisfy(line -> assertThat(line).contains("\"Formula, \"\"plain\"\"\""));
        assertThat(session.get("orders-export?q=formula&state=cancelled").send().text())
                .hasLineCount(1);
        assertThat(column("SELECT action FROM audit_entries WHERE action = 'order.export'"))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(StaffSession.open(owner.colleague("staff"))
                        .get("orders-export")
                        .send()
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anInvoiceIsASheetOfPaper(Page page) throws SQLException {
        String id = Sold.order(owner, "Lea Gruber", lamp, 2, 0);
        owner.signIn(page);
        page.navigate(owner.address("order?id=" + id));
        page.getByRole(AriaRole.LINK, exactly("Invoice")).click();
        for (String text : List.of(
                "Sold & Sent GmbH",
                "Lea Gruber",
                "Lamp",
                "FN 12345a",
                "AT00 1111 2222 3333",
                "Tax, 20 %",
                "€4.82",
                "€24.08",
                "€28.90")) {
            assertThat(page.locator(".sheet")).containsText(text);
        }
        Looks.right(page, owner.address("invoice?id=" + id));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".desk")).not().isVisible();
        byte[] paper = page.pdf(new Page.PdfOptions()
                .setPreferCSSPageSize(true)
                .setPath(SharedServer.target().resolve("looks/merchant-invoice.pdf")));
        assertThat(new String(paper, java.nio.charset.StandardCharsets.ISO_8859_1))
                .containsOnlyOnce("/Type /Page\n")
                .containsPattern("/MediaBox \\[0 0 59[0-9.]+ 84[0-9.]+]");
    }

    @Test
    void everyRoleSeesAndDoesWhatItMay(Page page) throws SQLException {
        String id = Sold.order(owner, "Ole Roth", lamp, 1, 0);
        StaffSession reader = StaffSession.open(owner.colleague("read_only"));
        StaffSession seller = StaffSession.open(owner.colleague("staff"));
        String seen =
                reader.get("order?id=" + id + "&ask=cancel").send().expect(200).text();
        assertThat(seen)
                .contains("Ole Roth")
                .doesNotContain("do-pay", "do-send", "do-note", "do-cancel", "Cancel order");
        assertThat(seller.get("order?id=" + id + "&ask=cancel")
                        .send()
                        .expect(200)
                        .text())
                .contains("do-pay", "do-send", "do-note")
                .doesNotContain("do-cancel", "Cancel order");
        for (String action : List.of("pay", "send", "note", "cancel")) {
            send(reader, id, "form-" + action, "do-" + action, "1");
        }
        send(seller, id, "form-cancel", "do-cancel", "1");
        assertThat(column("SELECT version::text FROM orders WHERE id = '" + id + "'"))
                .containsExactly("1");
        assertThat(column("SELECT kind FROM order_events WHERE order_id = '" + id + "'"))
                .containsExactly("placed");
        send(seller, id, "form-pay", "do-pay", "1");
        assertThat(column("SELECT version::text FROM orders WHERE id = '" + id + "'"))
                .containsExactly("2");
    }

    @Test
    void anOrderOfAnotherStoreIsNotThere() throws IOException, SQLException {
        Staff other = Staff.owner(shop, "Other till");
        String foreign = Sold.order(other, "Foreign Customer", product(other, "Cup"), 1, 0);
        StaffSession session = StaffSession.open(owner);
        for (String page : List.of("order", "invoice")) {
            Http.Answer answer = session.get(page + "?id=" + foreign).send();
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text()).doesNotContain("Foreign Customer");
        }
        send(session, foreign, "form-pay", "do-pay", "1");
        assertThat(shop.databases().list(shop.databases().of(other.store()), "SELECT version::text FROM orders"))
                .containsExactly("1");
    }

    @Test
    void everythingWorksWithoutScripts(Page page) throws SQLException {
        String id = Sold.order(owner, "Tim Bach", lamp, 1, 0);
        BrowserContext bare = page.context()
                .browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false));
        try (bare) {
            Page plain = bare.newPage();
            owner.signIn(plain);
            plain.navigate(owner.address("orders?q=bach"));
            plain.locator("tbody .main").click();
            button(plain, "Mark as paid").click();
            plain.getByRole(AriaRole.LINK, exactly("Cancel order")).click();
            assertThat(plain.locator(".goes")).containsText("pay €16.90 back yourself");
            button(plain, "Cancel the order").click();
            assertThat(plain.getByRole(AriaRole.STATUS).first()).containsText("The order is cancelled.");
        }
        assertThat(column("SELECT restocked::text FROM orders WHERE id = '" + id + "'"))
                .containsExactly("true");
    }

    @Test
    void theFirstPageTellsWhatWaitsAndWhatWasSold(Page page) throws IOException, SQLException {
        Staff busy = Staff.owner(shop, "Busy");
        String bowl = product(busy, "Bowl");
        String cup = product(busy, "Cup, tall");
        for (int day = 0; day < 30; day += 3) {
            Sold.order(busy, "Anna Berger", bowl, 1 + day % 4, day);
        }
        Sold.order(busy, "Zoe Adler", cup, 1, 1);
        Sold.order(busy, "Old One", cup, 20, 40);
        busy.signIn(page);
        Looks.right(page, busy.address("home"));
        assertThat(page.locator(".figure").first()).containsText("12");
        assertThat(page.locator(".plot rect")).hasCount(30);
        assertThat(page.locator(".plot svg")).hasAttribute("role", "img");
        assertThat(page.locator(".best li")).hasCount(2);
        assertThat(page.locator(".best li").first()).containsText("Bowl");
        page.getByText("The numbers").click();
        assertThat(page.locator(".behind tbody tr")).hasCount(30);
        assertThat(page.locator(".behind tbody tr").first()).containsText("€16.90");
        Looks.rightNow(page, "merchant-home-numbers");
    }

    @Test
    void waysToDeliverAreAddedChangedAndDeleted(Page page) throws IOException, SQLException {
        Staff alone = Staff.owner(shop, "Parcels");
        alone.signIn(page);
        Looks.right(page, alone.address("delivery"));
        page.getByRole(AriaRole.LINK, exactly("Add a way to deliver")).first().click();
        page.locator("#name").fill("Parcel");
        page.locator("#amount").fill("cheap");
        page.locator("#countries").fill("Austria, Atlantis");
        page.locator("#do-save").click();
        assertThat(page.locator("#amount-error")).containsText("Use an amount such as 12.50.");
        assertThat(page.locator("#countries-error")).containsText("no country called Atlantis");
        assertThat(page.locator("#name")).hasValue("Parcel");
        Looks.rightNow(page, "merchant-delivery-rate-wrong");
        page.locator("#amount").fill("4,90");
        page.locator("#free-from").fill("60");
        page.locator("#countries").fill("austria, DE");
        page.locator("#do-save").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Saved.");
        assertThat(page.locator("tbody tr")).containsText("Austria, Germany");
        Looks.right(page, alone.address("delivery"));

        page.getByRole(AriaRole.LINK, exactly("Parcel")).click();
        assertThat(page.locator("#countries")).hasValue("Austria, Germany");
        page.locator("#amount").fill("5.90");
        shop.databases()
                .run(
                        shop.databases().of(alone.store()),
                        "UPDATE delivery_rates SET name = 'Box', version = version + 1");
        page.locator("#do-save").click();
        assertThat(page.locator("#compare")).containsText("Somebody changed this meanwhile");
        assertThat(page.locator("#compare tbody tr").first()).containsText("Box");
        assertThat(page.locator("#amount")).hasValue("5.90");
        Looks.rightNow(page, "merchant-delivery-rate-compare");
        page.locator("#do-save").click();
        assertThat(page.locator("tbody tr")).containsText("€5.90");

        page.getByRole(AriaRole.LINK, exactly("Parcel")).click();
        page.getByRole(AriaRole.LINK, exactly("Delete")).click();
        button(page, "Delete it").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Deleted.");
        assertThat(page.locator(".nothing")).isVisible();
    }

    private static void send(StaffSession session, String id, String form, String action, String version) {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "id", id, form, form, action, "x", "version", version, "ask", "cancel", "sending", "yes", "note",
                "Hello"));
        session.submit("order", fields).send();
    }

    private List<String> column(String sql) throws SQLException {
        return shop.databases().list(database(), sql);
    }

    private String database() throws SQLException {
        return shop.databases().of(owner.store());
    }

    private int stock(String product) throws SQLException {
        return Integer.parseInt(column("SELECT sum(stock)::text FROM variants WHERE product_id = '" + product + "'")
                .get(0));
    }

    /** With 20 pieces at 12 euros. */
    private static String product(Staff owner, String title) {
        return owner.api("POST", "/products")
                .body("application/json", """
                        {"title":"%s","status":"active","variants":[{"price":{"amount":1200,"currency":"EUR"},"stock":20}]}""".formatted(title))
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
