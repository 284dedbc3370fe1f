package com.dainostore.storefront.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Pages stay light, and load nothing from anywhere else. */
class PageWeightTest {
    private final Templates templates = new Templates();
    private final Shop shop = Fixtures.shop("aurora", "Aurora");

    @Test
    void aStoreLoadsAtMost60KilobytesOfStyleAnd30OfScript() {
        int style = size(shop.assets().shopStyle()) + size(shop.themeStyle());

        assertThat(style).isLessThan(60_000);
        assertThat(size(shop.assets().shopScript())).isLessThan(30_000);
    }

    @Test
    void noPageAsksAnotherHostForAnything() {
        assertThat(html("home", HomePage.of(shop, Fixtures.collections(2), Fixtures.cards(8, "next"), "http://x/")))
                .doesNotContainPattern("(src|href)=\"(https?:)?//(?!x/)");
        assertThat(html("platform", new PlatformPage(Fixtures.ASSETS, "http://x/")))
                .doesNotContainPattern("(src|href)=\"(https?:)?//(?!x/)");
        for (String asset :
                new String[] {shop.assets().shopStyle(), shop.assets().platformStyle()}) {
            assertThat(text(asset)).doesNotContain("url(", "@import");
        }
    }

    @Test
    void noPageNeedsStylesInItsAttributes() {
        assertThat(html("home", HomePage.of(shop, Fixtures.collections(2), Fixtures.cards(8, "next"), "http://x/")))
                .doesNotContain("style=\"", "<style");
        assertThat(html("product", ProductDetails.of(Fixtures.shirt(), null, null, shop, "http://x/p")))
                .doesNotContain("style=\"", "<style");
    }

    @Test
    void anAssetIsFoundOnlyUnderTheHashOfItsContent() {
        String address = shop.assets().shopStyle();

        assertThat(shop.assets().find(address)).isPresent();
        assertThat(shop.assets().find(address.replaceFirst("/assets/.", "/assets/~")))
                .isEmpty();
        assertThat(shop.assets().find(shop.themeStyle().replaceFirst("/assets/.", "/assets/~")))
                .isEmpty();
        assertThat(shop.assets().find("/assets/../WEB-INF/web.xml")).isEmpty();
    }

    @Test
    void aPageThatTheBrowserHasIsKnownByItsTag() {
        assertThat(Pages.known("\"a\"", "\"a\"")).isTrue();
        assertThat(Pages.known("\"b\", \"a\"", "\"a\"")).isTrue();
        assertThat(Pages.known("\"b\"", "\"a\"")).isFalse();
        assertThat(Pages.known(null, "\"a\"")).isFalse();
    }

    private int size(String asset) {
        return Fixtures.ASSETS.find(asset).orElseThrow().content().length;
    }

    private String text(String asset) {
        return Fixtures.ASSETS.find(asset).orElseThrow().text();
    }

    private String html(String template, Object page) {
        return new String(templates.render(template, page), StandardCharsets.UTF_8);
    }
}
