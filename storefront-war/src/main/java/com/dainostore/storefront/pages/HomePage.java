package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.ProductPage;
import java.util.List;

/**
 * The first page of a store.
 *
 * @param cards the newest products, at most {@value #LIMIT}
 * @param more whether the store has others
 */
public record HomePage(Shop shop, Head head, List<Card> cards, boolean more) {
    static final int LIMIT = 8;

    static HomePage of(Shop shop, ProductPage products, String address) {
        return new HomePage(
                shop,
                Head.of(shop.name(), "Shop at " + shop.name() + ": see what is new, with prices and stock.", address),
                products.items().stream().map(card -> Card.of(card, shop)).toList(),
                products.nextCursor() != null);
    }
}
