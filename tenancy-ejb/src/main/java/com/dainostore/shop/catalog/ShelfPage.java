package com.dainostore.shop.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what a shopper wants to see, and what it can be narrowed down by.
 *
 * @param total how many products there are on all pages
 * @param near whether no product has the words that were searched for, and these are spelled nearly so
 * @param facets what the products differ in; the choice in one does not change its own numbers
 * @param prices the lowest and the highest price without the choice of prices, or null where there is no product
 */
public record ShelfPage(
        List<ProductCard> cards,
        long total,
        boolean near,
        List<Facet> facets,
        long available,
        @Nullable Prices prices) {
    public ShelfPage {
        cards = List.copyOf(cards);
        facets = List.copyOf(facets);
    }

    /** What a facet is about. */
    public enum Kind {
        VENDOR,
        TYPE,
        OPTION
    }

    /**
     * Something that products differ in.
     *
     * @param name of the option; empty for the other kinds
     * @param values the most frequent first
     */
    public record Facet(Kind kind, String name, List<Value> values) {
        public Facet {
            values = List.copyOf(values);
        }
    }

    /** @param products how many are so, among those that the other choices leave */
    public record Value(String value, long products) {}

    /** In minor units of the store's currency. */
    public record Prices(long lowest, long highest) {}
}
