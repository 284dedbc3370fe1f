package com.dainostore.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.testing.SharedServer;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How a page looks on a phone and on a desk, by day and by night: accessible by axe's measure and no wider than the screen. Pictures
 * of all lie in {@code target/looks} for who wants to see for themselves.
 */
final class Looks {
    private Looks() {}

    /** Opens an address in all sizes and colours. */
    static void right(Page page, String address) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {360, 1280}) {
                at(page, width, scheme);
                assertThat(page.navigate(address).status()).as(address).isEqualTo(200);
                check(page, name(address), width, scheme);
            }
        }
        at(page, 1280, ColorScheme.LIGHT);
    }

    /** Looks at the page as it is now: what cannot be opened again, such as an answer to a form. */
    static void rightNow(Page page, String name) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {360, 1280}) {
                at(page, width, scheme);
                check(page, name, width, scheme);
            }
        }
        at(page, 1280, ColorScheme.LIGHT);
    }

    private static void at(Page page, int width, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, 800);
    }

    private static void check(Page page, String name, int width, ColorScheme scheme) {
        String what = name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
        Path picture = SharedServer.target().resolve("looks").resolve(what + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(what).isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                .as(what + " is wider than the screen")
                .isFalse();
    }

    private static String name(String address) {
        return address.replaceFirst(".*/admin/", "").replaceAll("[^a-z-]+", "-").replaceAll("^(.{1,60}).*", "$1");
    }
}
