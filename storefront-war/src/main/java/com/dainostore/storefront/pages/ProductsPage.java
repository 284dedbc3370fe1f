package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.ProductPage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of products.
 *
 * @param next the address of the page that follows, or null on the last one
 * @param first whether this is the beginning of the list
 */
public record ProductsPage(
        Shop shop, Head head, List<Card> cards, @Nullable String next, boolean first) {
    static final int LIMIT = 24;
    static final String PATH = "/products";

    /** @param address of the list's beginning: later pages move with every new product, so only this one is indexed */
    static ProductsPage of(Shop shop, ProductPage products, boolean first, String address) {
        Head head = Head.of("Products – " + shop.name(), "All products of " + shop.name() + ".", address);
        String cursor = products.nextCursor();
        return new ProductsPage(
                shop,
                first && shop.conversion().own() ? head : head.hidden(),
                products.items().stream().map(card -> Card.of(card, shop)).toList(),
                cursor == null
                        ? null
                        : shop.path(PATH + "?cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8)),
                first);
    }
}
