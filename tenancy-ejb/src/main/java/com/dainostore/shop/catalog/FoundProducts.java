package com.dainostore.shop.catalog;

import java.util.List;

/**
 * One page of complete products that were found, the best first.
 *
 * @param total how many there are on all pages; 0 on a page behind the last
 * @param near whether no product has the words, and these are spelled nearly so
 */
public record FoundProducts(List<ProductView> items, long total, boolean near) {
    public FoundProducts {
        items = List.copyOf(items);
    }
}
