package com.dainostore.storefront.checkout;

import com.dainostore.shop.cart.CartLine;
import com.dainostore.shop.catalog.PictureView;
import com.dainostore.shop.theme.Art;
import com.dainostore.storefront.pages.Shop;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some pieces of one variant, ready to be shown.
 *
 * @param options what tells the variant from others, or empty
 * @param price of one piece
 * @param picture where its picture is, or null
 * @param art stands in for it
 */
public record Line(
        UUID id,
        String href,
        String title,
        String options,
        String price,
        int quantity,
        String total,
        @Nullable String picture,
        Art art) {

    static Line of(CartLine line, Shop shop) {
        PictureView picture = line.picture();
        return new Line(
                line.id(),
                "/products/" + line.handle() + "?variant=" + line.variant(),
                line.title(),
                String.join(" / ", line.options()),
                line.price().format(shop.locale()),
                line.quantity(),
                line.total().format(shop.locale()),
                picture == null ? null : picture.path() + "?w=320",
                Art.of(shop.look(), line.handle()));
    }
}
