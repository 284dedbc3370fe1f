package com.dainostore.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/** Whether everybody can use a page: on a phone and on a desk, by day and by night, with what axe-core looks at. */
final class Looks {
    private Looks() {}

    static void right(Page page, String address) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : new int[] {360, 1280}) {
                page.setViewportSize(width, 800);
                assertThat(page.navigate(address).status()).as(address).isEqualTo(200);
                assertThat(new AxeBuilder(page).analyze().getViolations())
                        .as("%s at %d px, %s", address, width, scheme)
                        .isEmpty();
                assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                        .as("%s at %d px is wider than the screen", address, width)
                        .isFalse();
            }
        }
    }
}
