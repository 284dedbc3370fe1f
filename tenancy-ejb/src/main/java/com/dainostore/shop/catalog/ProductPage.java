package com.dainostore.shop.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of cards, newest product first.
 *
 * @param nextCursor what {@link ListProducts} takes to go on, or null on the last page
 */
public record ProductPage(List<ProductCard> items, @Nullable String nextCursor) {
    public ProductPage {
        items = List.copyOf(items);
    }
}
