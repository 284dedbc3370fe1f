package com.dainostore.storefront.pages;

import com.dainostore.shop.theme.Art;
import com.dainostore.shop.theme.Theme;
import java.util.List;
import java.util.stream.Stream;

/** The landing page of the platform. It shows what a store can look like, and names none. */
public record PlatformPage(Assets assets, String address) {

    /** The shop windows of the picture: invented, so that the page says nothing of any store. */
    public List<Window> windows() {
        return Stream.of("fig", "linden", "harbour", "quince", "ember", "fjord", "meadow", "onyx", "saffron")
                .map(Window::of)
                .toList();
    }

    /** A shop window in the picture: a look and its picture. */
    public record Window(Art art, List<String> tones) {
        static Window of(String name) {
            Theme theme = Theme.of(name);
            return new Window(Art.of(theme, name), theme.tones());
        }
    }
}
