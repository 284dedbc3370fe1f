package com.dainostore.shop.catalog;

import com.dainostore.shop.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product as a list shows it.
 *
 * @param vendor empty where the product names none
 * @param price the lowest price of its variants
 * @param compareAtPrice the former price of that cheapest variant, or null
 * @param priceVaries whether another variant costs more: show "from"
 * @param available whether at least one variant can be bought
 * @param picture the first of its gallery, or null
 */
public record ProductCard(
        UUID id,
        String handle,
        String title,
        String vendor,
        Money price,
        @Nullable Money compareAtPrice,
        boolean priceVaries,
        boolean available,
        @Nullable PictureView picture) {}
