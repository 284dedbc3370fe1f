package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.ShelfCollection;
import java.util.Arrays;
import java.util.List;

/** All collections that shoppers see. */
public record CollectionsPage(Shop shop, Head head, List<Tile> tiles) {
    static final String PATH = "/collections";

    static CollectionsPage of(Shop shop, List<ShelfCollection> collections, String address) {
        Head head = Head.of("Collections – " + shop.name(), "The collections of " + shop.name() + ".", address);
        return new CollectionsPage(
                shop,
                shop.conversion().own() ? head : head.hidden(),
                collections.stream()
                        .map(collection -> Tile.of(collection, shop))
                        .toList());
    }

    static List<String> paragraphs(String text) {
        return Arrays.stream(text.split("\\n\\s*\\n"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }
}
