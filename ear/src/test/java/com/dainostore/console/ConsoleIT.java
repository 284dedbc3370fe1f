package com.dainostore.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Browser;
import com.dainostore.testing.Databases;
import com.dainostore.testing.Eventually;
import com.dainostore.testing.RunningShop;
import com.dainostore.testing.SharedServer;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operators do in the console, in a browser. */
@ExtendWith({SharedServer.class, Browser.class})
class ConsoleIT {
    private static final Pattern OPERATION = Pattern.compile(".*/operator/operation\\?id=.*");

    private final RunningShop shop;
    private Operator operator;

    ConsoleIT(RunningShop shop) {
        this.shop = shop;
        this.operator = new Operator(shop, "", "");
    }

    @BeforeEach
    void anOperator() throws IOException, SQLException {
        operator = Operator.create(shop, false);
    }

    @Test
    void aWrongPasswordIsToldAndTheRightOneLeadsToWhereSomebodyWantedToGo(Page page) {
        page.navigate(address("jobs?state=failed"));
        assertThat(page).hasURL(Pattern.compile(".*/operator/sign-in\\?next=.*"));

        operator.fill(page, "wrong words");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The e-mail or the password is wrong.");
        assertThat(page.getByLabel("E-mail")).hasValue(operator.email());
        assertThat(page.getByLabel("Password")).hasValue("");

        operator.fill(page, operator.password());
        assertThat(page).hasURL(Pattern.compile(".*/operator/jobs\\?state=failed"));
        page.getByRole(AriaRole.BUTTON, button("Your account")).click();
        page.getByRole(AriaRole.BUTTON, button("Sign out")).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("You are signed out.");
        page.navigate(address("stores"));
        assertThat(page).hasURL(Pattern.compile(".*/operator/sign-in.*"));
    }

    @Test
    void whoGuessesHasToWait(Page page) {
        page.navigate(address("sign-in"));
        for (int i = 0; i < 6; i++) {
            operator.fill(page, "wrong words " + i);
            page.waitForLoadState();
        }
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Too many sign-ins have failed. Wait ");
    }

    @Test
    void theFirstPasswordIsReplacedBeforeAnythingElse(Page page) throws IOException, SQLException {
        operator = Operator.create(shop, true);
        Path file = shop.home().resolve("operator-password");
        byte[] first = Files.readAllBytes(file);
        try {
            page.navigate(address("stores"));
            operator.fill(page, operator.password());
            assertThat(page).hasURL(Pattern.compile(".*/operator/password"));
            change(page, operator.password(), "a new password", "another password");
            assertThat(page.locator("#repeated-password-error")).hasText("This is not the same password as above.");
            change(page, operator.password(), "a new password", "a new password");
            assertThat(page).hasURL(Pattern.compile(".*/operator/stores.*"));
            assertThat(file).doesNotExist();
        } finally {
            Files.write(file, first);
        }
    }

    @Test
    void aStoreIsMadeWhileSomebodyWatchesAndLivesAndGoes(Page page) throws IOException {
        String handle = "watched-" + UUID.randomUUID().toString().substring(0, 8);
        operator.signIn(page);
        page.getByRole(AriaRole.LINK, link("New store")).click();
        page.getByLabel("Name").fill("Watched & Co");
        page.getByLabel("Handle").fill("No handle");
        page.locator("#owner").fill("ada@example.com");
        page.getByRole(AriaRole.BUTTON, button("Create store")).click();
        assertThat(page.locator("#handle-error")).isVisible();
        assertThat(page.getByLabel("Name")).hasValue("Watched & Co");

        page.getByLabel("Handle").fill(handle);
        page.getByRole(AriaRole.BUTTON, button("Create store")).click();
        page.waitForURL(OPERATION);
        assertThat(page.locator(".steps li")).hasCount(7);
        assertThat(page.locator("#percent"))
                .hasText(
                        "100 % done",
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(60_000));
        assertThat(page.locator(".steps li.succeeded")).hasCount(7);

        page.getByRole(AriaRole.LINK, link("Go to the store")).click();
        assertThat(page.getByRole(AriaRole.HEADING, heading("Watched & Co"))).isVisible();
        page.getByRole(AriaRole.BUTTON, button("Suspend")).click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("off the air");
        answers(handle, 503);
        page.getByRole(AriaRole.BUTTON, button("Resume")).click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("back on the air");
        answers(handle, 200);

        page.getByLabel("Add a domain").fill("shop." + handle + ".example");
        page.getByRole(AriaRole.BUTTON, button("Claim domain")).click();
        assertThat(page.locator(".record").first()).containsText("_dainostore.shop." + handle + ".example");
        page.getByRole(AriaRole.BUTTON, button("Check now")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("_dainostore.shop." + handle + ".example");
        page.getByRole(AriaRole.LINK, link("Remove domain")).click();
        page.getByRole(AriaRole.BUTTON, button("Remove domain")).click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The domain is removed");

        page.getByRole(AriaRole.LINK, link("Delete store")).click();
        assertThat(page.locator(".goes")).containsText("database");
        page.locator("#handle").fill("another");
        page.getByRole(AriaRole.BUTTON, button("Delete store for good")).click();
        assertThat(page.locator("#handle-error")).hasText("This is not the handle of the store.");
        page.locator("#handle").fill(handle);
        page.getByRole(AriaRole.BUTTON, button("Delete store for good")).click();
        page.waitForURL(OPERATION);
        assertThat(page.locator(".steps li.succeeded"))
                .hasCount(
                        5,
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions().setTimeout(60_000));
        answers(handle, 404);
    }

    @Test
    void anOperationIsWatchedWithoutLoadingThePageAgain(Page page) throws SQLException {
        String operation = UUID.randomUUID().toString();
        shop.databases().run(Databases.REGISTRY, """
                INSERT INTO operations (id, kind, store_id, state, step_states)
                VALUES ('%s', 'provision', 'store_22222222222222222222', 'running', array_fill('pending'::text, ARRAY[7]))
                """.formatted(operation));
        operator.signIn(page);
        page.navigate(address("operation?id=" + operation));
        assertThat(page.locator("#percent")).hasText("0 % done");
        page.evaluate("window.unchanged = true");

        progress(operation, "step_states[1:3] = '{succeeded,succeeded,running}'");
        assertThat(page.locator("#percent")).hasText("28 % done");
        assertThat(page.locator(".steps li.running")).containsText("Set up the tables");
        progress(operation, "state = 'compensated', error = 'No room left.'");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("No room left.");

        assertThat(page.evaluate("window.unchanged")).isEqualTo(true);
        page.onRequest(request -> {
            throw new AssertionError("It still asks: " + request.url());
        });
        page.waitForTimeout(1_500);
    }

    private void progress(String operation, String change) throws SQLException {
        shop.databases().run(Databases.REGISTRY, "UPDATE operations SET " + change + " WHERE id = '" + operation + "'");
    }

    @Test
    void theListIsKeptInItsAddress(Page page) throws IOException {
        shop.activeStore("aurora");
        shop.activeStore("basalt");
        operator.signIn(page);
        page.getByLabel("Search by name, handle, domain or id").fill("AURO");
        page.getByRole(AriaRole.BUTTON, button("Search")).click();
        assertThat(page).hasURL(Pattern.compile(".*/operator/stores\\?q=AURO"));
        assertThat(page.locator("tbody tr")).hasCount(1);

        page.navigate(address("stores?q=a&state=active&sort=-handle"));
        assertThat(page.locator("th[aria-sort=descending]")).hasText("Address");
        List<String> handles = page.locator("td[data-label=Address]").allInnerTexts();
        assertThat(handles).hasSizeGreaterThan(1).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        page.navigate(address("stores?q=100%25_%27%22%3Cscript%3E"));
        assertThat(page.getByRole(AriaRole.HEADING, heading("No store matches")))
                .isVisible();
    }

    @Test
    void failedWorkIsTriedAgainFromTheList(Page page) throws SQLException {
        String job = UUID.randomUUID().toString();
        shop.databases().run(Databases.REGISTRY, """
                INSERT INTO jobs (id, kind, payload, state, attempts, error, finished_at)
                VALUES ('%s', 'nobody-does-this', '{}', 'failed', 5, 'It broke <b>here</b>', now())""".formatted(job));
        operator.signIn(page);
        page.navigate(address("jobs?state=failed"));
        assertThat(page.getByText("It broke <b>here</b>").first()).isVisible();
        page.getByRole(AriaRole.BUTTON, button("Try nobody-does-this again"))
                .first()
                .click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("back in the queue");
        assertThat(shop.databases().list(Databases.REGISTRY, "SELECT state FROM jobs WHERE id = ?::uuid", job))
                .containsExactly("ready");
    }

    @Test
    void anotherSessionIsEndedFromTheList(Page page) {
        Session other = Session.open(operator);
        operator.signIn(page);
        page.navigate(address("sessions"));
        assertThat(page.locator("tbody tr")).hasCount(2);
        page.getByRole(AriaRole.BUTTON, button("End the session from 127.0.0.1"))
                .click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        other.get("/admin/operator/stores").send().expect(303);
    }

    @Test
    void theKeyboardIsEnough(Page page) {
        page.navigate(address("sign-in"));
        page.keyboard().press("Tab");
        page.keyboard().type(operator.email());
        page.keyboard().press("Tab");
        page.keyboard().type(operator.password());
        page.keyboard().press("Enter");
        page.waitForURL("**/operator/stores");
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus")).hasText("Skip to content");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus")).hasText("New store");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/operator/new-store"));
    }

    @Test
    void theNavigationIsADrawerOnAPhone(Page page) {
        page.setViewportSize(360, 740);
        operator.signIn(page);
        Locator jobs = page.getByRole(AriaRole.LINK, link("Jobs"));
        assertThat(jobs).isHidden();
        page.getByRole(AriaRole.BUTTON, button("Menu")).click();
        jobs.click();
        assertThat(page).hasURL(Pattern.compile(".*/operator/jobs"));
    }

    @Test
    void nothingNeedsAScript(BrowserContext context) {
        try (BrowserContext plain = context.browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = plain.newPage();
            page.navigate(address("sign-in"));
            operator.fill(page, "wrong words");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("The e-mail or the password is wrong.");
            operator.signIn(page);
            page.navigate(address("new-store"));
            page.getByRole(AriaRole.BUTTON, button("Create store")).click();
            assertThat(page.locator("#name-error")).isVisible();
        }
    }

    @Test
    void thePagesCanBeUsedByEverybodyInBothWidthsAndBothSchemes(Page page) throws IOException {
        String store = shop.activeStore("aurora");
        operator.signIn(page);
        List<String> paths = List.of(
                "stores",
                "stores?q=nothing-like-this",
                "new-store",
                "store?id=" + store,
                "delete-store?id=" + store,
                "operations",
                "jobs",
                "sessions",
                "password");
        for (String path : paths) {
            looksRight(page, path);
        }
        page.navigate(address("operations"));
        page.locator("td .main").first().click();
        looksRight(page, page.url().replaceFirst(".*/operator/", ""));
        page.context().clearCookies();
        looksRight(page, "sign-in");
    }

    @Test
    void whatIsNotThereIsToldInThePageOfTheConsole(Page page) {
        operator.signIn(page);
        for (String path :
                List.of("store?id=store_22222222222222222222", "store?id=x", "operation?id=x", "nothing-here")) {
            Response response = page.navigate(address(path));
            assertThat(response.status()).as(path).isEqualTo(404);
            assertThat(page.getByRole(AriaRole.HEADING)).hasText("Nothing here");
        }
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        page.getByRole(AriaRole.LINK, link("Go to the console")).click();
        assertThat(page).hasURL(Pattern.compile(".*/operator/stores"));
    }

    private void looksRight(Page page, String path) {
        Looks.right(page, address(path));
    }

    private static void change(Page page, String current, String wanted, String repeated) {
        page.locator("#old-password").fill(current);
        page.locator("#new-password").fill(wanted);
        page.locator("#repeated-password").fill(repeated);
        page.getByRole(AriaRole.BUTTON, button("Save password")).click();
    }

    private void answers(String handle, int status) {
        Eventually.holds(
                Duration.ofSeconds(15),
                handle + " answers " + status,
                () -> shop.http().get(handle + ".localhost", "/").send().status() == status);
    }

    private String address(String path) {
        return shop.address("localhost", "/admin/operator/" + path).toString();
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions heading(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
