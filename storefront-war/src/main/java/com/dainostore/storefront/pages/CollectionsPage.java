package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.CollectionCard;
import com.dainostore.shop.catalog.ShelfCollection;
import java.util.Arrays;
import java.util.List;

/** All collections that shoppers see. */
public record CollectionsPage(Shop shop, Head head, List<Counted> tiles) {
    static final String PATH = "/collections";

    /** @param count "3 products" */
    public record Counted(Tile tile, String count) {
        static Counted of(ShelfCollection collection, Shop shop) {
            long products = collection.products();
            return new Counted(
                    Tile.of(new CollectionCard(collection.handle(), collection.title(), collection.picture()), shop),
                    products == 1 ? "1 product" : String.format(shop.locale(), "%,d products", products));
        }
    }

    static CollectionsPage of(Shop shop, List<ShelfCollection> collections, String address) {
        Head head = Head.of("Collections – " + shop.name(), "The collections of " + shop.name() + ".", address);
        return new CollectionsPage(
                shop,
                shop.conversion().own() ? head : head.hidden(),
                collections.stream()
                        .map(collection -> Counted.of(collection, shop))
                        .toList());
    }

    static List<String> paragraphs(String text) {
        return Arrays.stream(text.split("\\n\\s*\\n"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }
}
