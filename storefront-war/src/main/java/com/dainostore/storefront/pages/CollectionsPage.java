package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.ShelfCollection;
import com.dainostore.shop.theme.Art;
import java.util.Arrays;
import java.util.List;

/** All collections that shoppers see. */
public record CollectionsPage(Shop shop, Head head, List<Tile> tiles) {
    static final String PATH = "/collections";

    /** @param count "3 products" */
    public record Tile(String href, String title, String count, Art art) {
        static Tile of(ShelfCollection collection, Shop shop) {
            return new Tile(
                    shop.path(PATH + "/" + collection.handle()),
                    collection.title(),
                    collection.products() == 1
                            ? "1 product"
                            : String.format(shop.locale(), "%,d products", collection.products()),
                    Art.of(shop.look(), collection.handle()));
        }
    }

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
