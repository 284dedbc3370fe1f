package com.dainostore.console;

import com.dainostore.testing.Databases;
import com.dainostore.testing.RunningShop;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.UUID;

/**
 * An operator of a test's own, with the password of the first one: what a test does to it, no other test notices.
 *
 */
record Operator(RunningShop shop, String email, String password) {

    static Operator create(RunningShop shop, boolean mustChange) throws IOException, SQLException {
        String email = "op-" + UUID.randomUUID().toString().substring(0, 8) + "@example.com";
        shop.databases().run(Databases.REGISTRY, """
                INSERT INTO operators (id, email, password_hash, must_change)
                SELECT gen_random_uuid(), '%s', password_hash, %s FROM operators WHERE email = 'operator@localhost'
                """.formatted(email, mustChange));
        String password =
                Files.readString(shop.home().resolve("operator-password")).strip();
        return new Operator(shop, email, password);
    }

    /** Signs in in a browser, from the console's own address, and comes to the list of stores. */
    void signIn(Page page) {
        page.navigate(shop.address(shop.domain(), "/admin/").toString());
        fill(page, password);
        page.waitForURL("**/operator/stores");
    }

    void fill(Page page, String typed) {
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(typed);
        page.locator("#do-sign-in").click();
    }
}
