package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.ProductCard;
import com.dainostore.shop.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A product in a list, ready to be shown.
 *
 * @param was the former price, or null
 * @param from whether other variants cost more
 */
public record Card(
        String href,
        String title,
        String vendor,
        String price,
        @Nullable String was,
        boolean from,
        boolean available,
        Art art) {

    static Card of(ProductCard product, Shop shop) {
        Money was = product.compareAtPrice();
        return new Card(
                "/products/" + product.handle(),
                product.title(),
                product.vendor(),
                product.price().format(shop.locale()),
                was == null ? null : was.format(shop.locale()),
                product.priceVaries(),
                product.available(),
                Art.of(shop.look(), product.handle()));
    }
}
