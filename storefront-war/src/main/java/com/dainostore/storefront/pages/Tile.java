package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.CollectionCard;
import com.dainostore.shop.catalog.PictureView;
import com.dainostore.shop.theme.Art;
import org.jspecify.annotations.Nullable;

/**
 * A collection in a shop window.
 *
 * @param picture the path of a picture, or null: then the art stands in
 */
public record Tile(String href, String title, @Nullable String picture, Art art) {

    static Tile of(CollectionCard collection, Shop shop) {
        PictureView picture = collection.picture();
        return new Tile(
                "/collections/" + collection.handle(),
                collection.title(),
                picture == null ? null : picture.path(),
                Art.of(shop.look(), "collection " + collection.handle()));
    }
}
