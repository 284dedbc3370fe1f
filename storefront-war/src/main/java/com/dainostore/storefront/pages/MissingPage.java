package com.dainostore.storefront.pages;

import com.dainostore.shop.theme.Art;

/** A store's own page for an address that has none. */
public record MissingPage(Shop shop, Head head) {
    public Art art() {
        return Art.of(shop.look(), "missing " + shop.store().handle());
    }

    static MissingPage of(Shop shop) {
        return new MissingPage(
                shop,
                Head.of("Not found – " + shop.name(), "There is no such page.", "/")
                        .hidden());
    }
}
