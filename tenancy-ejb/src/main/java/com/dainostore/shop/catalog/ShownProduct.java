package com.dainostore.shop.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A product with the place in the shop where it lies.
 *
 * @param collection the first published one that it is in, or null
 */
public record ShownProduct(ProductView product, @Nullable Place collection) {

    /** A collection to go to. */
    public record Place(String handle, String title) {
        /** @param text handle and title, parted by the first space: no handle has one */
        static @Nullable Place parse(@Nullable String text) {
            if (text == null) {
                return null;
            }
            int end = text.indexOf(' ');
            return new Place(text.substring(0, end), text.substring(end + 1));
        }
    }
}
