package com.dainostore.shop.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of complete products, newest first.
 *
 * @param nextCursor what {@link ListProducts} takes to go on, or null on the last page
 */
public record ProductViews(
        List<ProductView> items, @Nullable String nextCursor) {
    public ProductViews {
        items = List.copyOf(items);
    }
}
