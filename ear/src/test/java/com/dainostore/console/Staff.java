package com.dainostore.console;

import com.dainostore.testing.Eventually;
import com.dainostore.testing.Http;
import com.dainostore.testing.RunningShop;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody of the staff of a store. The owner of a store that a test makes for itself brings colleagues in with the same
 * password.
 *
 * @param store the id of the store
 */
record Staff(RunningShop shop, String store, String handle, String email) {
    static final String PASSWORD = "correct horse battery staple";

    /** The owner of a new store of a test's own. */
    static Staff owner(RunningShop shop, String name) throws IOException {
        String handle = "shop-" + UUID.randomUUID().toString().substring(0, 8);
        String email = "owner@" + handle + ".example";
        JsonObject accepted = shop.http()
                .request("POST", shop.domain(), "/api/platform/v1/stores")
                .bearer(shop.operatorToken())
                .json(Map.of("handle", handle, "name", name, "admin", Map.of("email", email, "password", PASSWORD)))
                .send()
                .expect(202)
                .json();
        Staff owner = new Staff(shop, accepted.getString("store"), handle, email);
        Eventually.get(Duration.ofMinutes(1), "store " + handle + " answers", () -> Optional.of(
                        shop.http().get(owner.host(), "/").send().status())
                .filter(status -> status == 200));
        return owner;
    }

    /**
     * A colleague at the same store.
     *
     * @param role one of the fixed roles, as the database spells it
     */
    Staff colleague(String role) throws SQLException {
        String other = role + "-" + UUID.randomUUID().toString().substring(0, 8) + "@" + handle + ".example";
        shop.databases().run(shop.databases().of(store), """
                INSERT INTO people (id, store_id, email, name, role, password_hash, joined_at)
                SELECT gen_random_uuid(), store_id, '%s', '', '%s', password_hash, now() FROM people WHERE email = '%s'
                """.formatted(other, role, email));
        return named(other);
    }

    String host() {
        return handle + "." + shop.domain();
    }

    /** The address of a page of this store's console, without the part that is the same for all. */
    String address(String page) {
        return shop.address(host(), "/admin/merchant/" + page).toString();
    }

    /** Signs in in a browser and comes to the first page. */
    void signIn(Page page) {
        page.navigate(shop.address(host(), "/admin/").toString());
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        page.locator("#do-sign-in").click();
        page.waitForURL("**/merchant/home");
    }

    /**
     * The text of the link that was mailed to this person: one of ours in its place, because nobody has it but who got the mail.
     *
     * @param purpose as the database spells it
     */
    String link(String purpose) throws SQLException {
        String text = UUID.randomUUID().toString().replace("-", "") + "abcdefghijk";
        shop.databases().run(shop.databases().of(store), """
                UPDATE links SET hash = sha256('link %s'::bytea) WHERE purpose = '%s'
                  AND account_id = (SELECT id FROM people WHERE email = '%s')
                """.formatted(text, purpose, email));
        return text;
    }

    /** Somebody with an e-mail at the same store, whoever brought them in. */
    Staff named(String other) {
        return new Staff(shop, store, handle, other);
    }

    /** The id of this person. */
    String id() throws SQLException {
        return shop.databases()
                .list(shop.databases().of(store), "SELECT id::text FROM people WHERE email = ?", email)
                .get(0);
    }

    /** A fresh token for the API of the store. */
    String token() {
        return shop.http()
                .request("POST", host(), "/api/admin/v1/tokens")
                .json(Map.of("email", email, "password", PASSWORD))
                .send()
                .expect(200, 201)
                .json()
                .getString("token");
    }

    /** A request to the API of the store in this person's name. */
    Http.Request api(String method, String path) {
        return shop.http().request(method, host(), "/api/admin/v1" + path).bearer(token());
    }
}
