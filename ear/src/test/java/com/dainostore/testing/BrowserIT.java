package com.dainostore.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages open in a browser without a complaint and without asking anybody else. */
@ExtendWith({SharedServer.class, Browser.class})
class BrowserIT {
    private final RunningShop shop;

    BrowserIT(RunningShop shop) {
        this.shop = shop;
    }

    @Test
    void theLandingPageOpens(Page page) {
        Response response = page.navigate(shop.address("localhost", "/").toString());
        assertThat(response.status()).isEqualTo(200);
        assertThat(page.title()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aurora", "basalt"})
    void theDemoStoresOpen(String handle, Page page) throws IOException {
        shop.activeStore(handle);
        Response response =
                page.navigate(shop.address(handle + ".localhost", "/").toString());
        assertThat(response.status()).isEqualTo(200);
        assertThat(page.locator("h1").count()).isPositive();
    }
}
