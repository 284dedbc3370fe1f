package com.dainostore.console;

import static com.dainostore.console.ShopsServer.DNS;
import static com.dainostore.console.ShopsServer.HERE;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.Browser;
import com.dainostore.testing.RunningShop;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An owner's way to a domain of their own, and an operator's to another handle, in a browser. */
@ExtendWith({ShopsServer.class, Browser.class})
class MerchantDomainsIT {
    private final RunningShop shop;
    private final String domain = "shop." + UUID.randomUUID().toString().substring(0, 8) + ".example";
    private Staff owner;

    MerchantDomainsIT(RunningShop shop) {
        this.shop = shop;
        this.owner = new Staff(shop, "", "", "");
    }

    @BeforeEach
    void aStore() throws IOException {
        owner = Staff.owner(shop, "Clay & Co");
    }

    @Test
    void aDomainIsAddedProvedMadePrimaryAndRemoved(Page page) {
        owner.signIn(page);
        page.getByRole(AriaRole.LINK, named("Domains")).click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody")).containsText(owner.host());
        page.getByLabel("Domain", exactly()).fill("co.uk");
        page.getByRole(AriaRole.BUTTON, named("Add domain")).click();
        assertThat(page.locator("#domain-error")).containsText("anybody can register");
        assertThat(page.getByLabel("Domain", exactly())).hasValue("co.uk");
        looksRight(page, "domains");

        page.getByLabel("Domain", exactly()).fill(domain);
        page.getByRole(AriaRole.BUTTON, named("Add domain")).click();
        assertThat(page.getByRole(AriaRole.HEADING, named(domain))).isVisible();
        assertThat(page.locator(".record").first()).containsText("_dainostore." + domain);
        assertThat(page.locator(".record").nth(1)).containsText("CNAME");
        assertThat(page.locator(".record").nth(1)).containsText("shops.test");

        DNS.set("_dainostore." + domain, "of somebody else");
        DNS.lead(domain, "198.51.100.1");
        page.getByRole(AriaRole.BUTTON, named("Check now")).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("There is no TXT record at _dainostore." + domain);
        assertThat(page.locator(".facts")).containsText("of somebody else");
        assertThat(page.locator(".facts")).containsText("198.51.100.1");
        looksRight(page, "domain?name=" + domain);

        String proof = page.locator(".record dd .mono").nth(2).textContent();
        DNS.set("_dainostore." + domain, proof);
        page.getByRole(AriaRole.BUTTON, named("Check now")).click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("It does not lead here yet.");
        DNS.lead(domain, HERE);
        page.getByRole(AriaRole.BUTTON, named("Check now")).click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Everything is there");
        assertThat(page.locator(".record .state.active")).hasCount(2);

        page.getByRole(AriaRole.BUTTON, named("Make it the primary domain")).click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("This is the primary domain now.");
        looksRight(page, "domain?name=" + domain);
        page.getByRole(AriaRole.LINK, named("Domains")).first().click();
        assertThat(page.locator("tbody tr").first()).containsText("All other addresses lead here");
        looksRight(page, "domains");

        page.getByRole(AriaRole.LINK, named(domain)).click();
        page.getByRole(AriaRole.LINK, named("Remove domain")).click();
        assertThat(page.locator(".goes")).containsText("is not found at " + domain);
        assertThat(page.locator(".goes")).containsText("It stops being the primary domain");
        looksRight(page, "domain?name=" + domain + "&ask=remove");
        page.getByRole(AriaRole.BUTTON, named("Remove domain")).click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The domain is removed");
        assertThat(page.locator("tbody tr")).hasCount(1);
    }

    @Test
    void aDomainBehindAProxyIsUsedOnItsOwnersWord(Page page) {
        String proof = claim();
        DNS.set("_dainostore." + domain, proof);
        DNS.lead(domain, "198.51.100.1");
        owner.signIn(page);
        page.navigate(owner.address("domain?name=" + domain));
        page.getByRole(AriaRole.BUTTON, named("Check now")).click();
        assertThat(page.locator("main")).containsText("It has to be active first.");
        page.getByRole(AriaRole.BUTTON, named("A proxy stands in front")).click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("A proxy stands in front of the domain");
        page.getByRole(AriaRole.BUTTON, named("Make it the primary domain")).click();
        page.getByRole(AriaRole.BUTTON, named("No proxy any more")).click();
        assertThat(page.locator(".head")).containsText("Primary, paused");
        page.getByRole(AriaRole.BUTTON, named("Stop leading others here")).click();
        assertThat(page.locator(".head")).not().containsText("Primary");
    }

    @Test
    void whoMayOnlyLookIsOfferedNothingAndRefused(Page page) throws SQLException {
        claim();
        Staff manager = owner.colleague("manager");
        manager.signIn(page);
        page.navigate(owner.address("domains"));
        assertThat(page.getByRole(AriaRole.LINK, named(domain))).isVisible();
        assertThat(page.locator("main form")).hasCount(0);
        page.navigate(owner.address("domain?name=" + domain));
        assertThat(page.locator("main form")).hasCount(0);
        page.navigate(owner.address("domain?name=" + domain + "&ask=remove"));
        assertThat(page.locator("main form")).hasCount(0);
        looksRight(page, "domain?name=" + domain);

        StaffSession session = StaffSession.open(manager);
        for (String action : List.of("remove", "check", "proxy")) {
            session.submit("domain", Map.of("form-" + action, "form-" + action, "do-" + action, "x", "name", domain))
                    .send()
                    .expect(200, 403);
        }
        session.submit("domains", Map.of("form-claim", "form-claim", "do-claim", "x", "domain", "other.example"))
                .send()
                .expect(200, 403);
        assertThat(owner.api("GET", "/domains").send().expect(200).text()).doesNotContain("other.example");
        assertThat(owner.api("GET", "/domains/" + domain).send().expect(200).text())
                .contains("\"behindProxy\":false")
                .doesNotContain("lastLook");
    }

    @Test
    void whoHasNothingToDoWithSettingsDoesNotComeHere(Page page) throws SQLException {
        claim();
        Staff staff = owner.colleague("staff");
        staff.signIn(page);
        assertThat(page.getByRole(AriaRole.LINK, named("Domains"))).hasCount(0);
        assertThat(page.navigate(owner.address("domains")).status()).isEqualTo(403);
        assertThat(page.navigate(owner.address("domain?name=" + domain)).status())
                .isEqualTo(403);
    }

    @Test
    void aDomainOfAnotherStoreIsNotFound(Page page) throws IOException {
        claim();
        Staff other = Staff.owner(shop, "Other");
        other.signIn(page);
        assertThat(page.navigate(other.address("domain?name=" + domain)).status())
                .isEqualTo(404);
        assertThat(page.navigate(other.address("domain?name=%3Cb%3E")).status()).isBetween(400, 499);
    }

    @Test
    void anOperatorProvesADomainAndChangesTheHandle(Page page) throws IOException, SQLException {
        String proof = claim();
        DNS.lead(domain, HERE);
        DNS.set("_dainostore." + domain, proof);
        Operator.create(shop, false).signIn(page);
        page.navigate(operators("store?id=" + owner.store()));
        page.getByRole(AriaRole.LINK, named(domain)).click();
        page.getByRole(AriaRole.BUTTON, named("Check now")).click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Everything is there");
        Looks.right(page, operators("store-domain?id=" + owner.store() + "&name=" + domain));
        Looks.right(page, operators("store?id=" + owner.store()));

        page.getByRole(AriaRole.LINK, named("Change the handle")).click();
        Looks.right(page, operators("handle?id=" + owner.store()));
        page.getByLabel("New handle").fill("admin");
        page.getByRole(AriaRole.BUTTON, named("Change handle")).click();
        assertThat(page.locator("#handle-error")).containsText("This name belongs to the platform.");
        String fresh = "fresh-" + UUID.randomUUID().toString().substring(0, 8);
        page.getByLabel("New handle").fill(fresh);
        page.getByRole(AriaRole.BUTTON, named("Change handle")).click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The store has its new handle.");
        page.navigate(shop.address(owner.host(), "/").toString());
        assertThat(page).hasURL(shop.address(fresh + ".shops.test", "/").toString());
    }

    /** Claims the domain over the API, and says what proves it. */
    private String claim() {
        return owner.api("POST", "/domains")
                .json(Map.of("domain", domain))
                .send()
                .expect(201)
                .json()
                .getJsonObject("record")
                .getString("value");
    }

    private void looksRight(Page page, String path) {
        Looks.right(page, owner.address(path));
    }

    private String operators(String page) {
        return shop.address("shops.test", "/admin/operator/" + page).toString();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
