package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.CollectionCard;
import com.dainostore.shop.catalog.ProductPage;
import java.util.List;

/**
 * The first page of a store.
 *
 * @param tiles collections that have something, at most {@value #COLLECTIONS}
 * @param cards the newest products, at most {@value #LIMIT}
 * @param more whether the store has others
 */
public record HomePage(Shop shop, Head head, List<Tile> tiles, List<Card> cards, boolean more) {
    static final int LIMIT = 8;
    static final int COLLECTIONS = 6;

    static HomePage of(Shop shop, List<CollectionCard> collections, ProductPage products, String address) {
        List<Card> cards =
                products.items().stream().map(card -> Card.of(card, shop)).toList();
        return new HomePage(
                shop,
                head(shop, address),
                collections.stream().map(one -> Tile.of(one, shop)).toList(),
                cards,
                products.nextCursor() != null);
    }

    private static Head head(Shop shop, String address) {
        String tagline = shop.tagline();
        String words = "Shop at " + shop.name() + ": see what is new, with prices and stock.";
        Head head = Head.of(shop.name(), tagline == null ? words : tagline, address);
        String logo = shop.logo();
        return logo == null ? head : head.showing(logo);
    }
}
