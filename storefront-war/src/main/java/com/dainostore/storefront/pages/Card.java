package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.ProductCard;
import com.dainostore.shop.theme.Art;
import org.jspecify.annotations.Nullable;

/**
 * A product in a list, ready to be shown.
 *
 * @param was the former price, or null
 * @param from whether other variants cost more
 * @param picture null where there is none; then the drawn one stands in
 */
public record Card(
        String href,
        String title,
        String vendor,
        String price,
        @Nullable String was,
        boolean from,
        boolean available,
        @Nullable Image picture,
        Art art) {

    static Card of(ProductCard product, Shop shop) {
        return new Card(
                shop.path("/products/" + product.handle()),
                product.title(),
                product.vendor(),
                shop.price(product.price()),
                shop.former(product.price(), product.compareAtPrice()),
                product.priceVaries(),
                product.available(),
                product.picture() == null ? null : Image.of(product.picture()),
                Art.of(shop.look(), product.handle()));
    }
}
