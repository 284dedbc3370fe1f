package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.CollectionCard;
import com.dainostore.shop.catalog.PictureView;
import com.dainostore.shop.catalog.ShelfCollection;
import com.dainostore.shop.theme.Art;
import org.jspecify.annotations.Nullable;

/**
 * A collection in a shop window.
 *
 * @param count "3 products", or null where that is not told
 * @param picture the path of a picture, or null: then the art stands in
 */
public record Tile(
        String href,
        String title,
        @Nullable String count,
        @Nullable String picture,
        Art art) {

    static Tile of(CollectionCard collection, Shop shop) {
        return of(collection.handle(), collection.title(), null, collection.picture(), shop);
    }

    static Tile of(ShelfCollection collection, Shop shop) {
        String count = collection.products() == 1
                ? "1 product"
                : String.format(shop.locale(), "%,d products", collection.products());
        return of(collection.handle(), collection.title(), count, collection.picture(), shop);
    }

    private static Tile of(
            String handle, String title, @Nullable String count, @Nullable PictureView picture, Shop shop) {
        return new Tile(
                shop.path(CollectionsPage.PATH + "/" + handle),
                title,
                count,
                picture == null ? null : picture.path(),
                Art.of(shop.look(), "collection " + handle));
    }
}
