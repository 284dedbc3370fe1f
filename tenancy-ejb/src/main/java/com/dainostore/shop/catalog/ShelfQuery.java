package com.dainostore.shop.catalog;

import com.dainostore.tenancy.database.Search;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The wish of a shopper to see some of what is for sale. What makes no sense is left out rather than refused: people change
 * addresses by hand.
 *
 * @param text what is searched for; empty: everything
 * @param collection the collection to look into, or null for the whole shop
 * @param filters what the products have to be like
 * @param page counted from 1
 * @param size how many products a page shows
 */
public record ShelfQuery(String text, @Nullable UUID collection, Filters filters, Order order, int page, int size) {
    /** Nobody turns so many pages; what lies behind is found by searching. */
    public static final int LAST_PAGE = 500;

    public ShelfQuery {
        text = Search.text(text);
        page = Math.min(Math.max(page, 1), LAST_PAGE);
    }

    /** What products can be sorted by. */
    public enum Order {
        /** What fits best: only where there is a text. */
        RELEVANCE,
        /** As the merchant put them: only in a collection. */
        FEATURED,
        NEWEST,
        PRICE_UP,
        PRICE_DOWN,
        TITLE;

        /** The name in addresses. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Order> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst();
        }
    }

    /**
     * What the products have to be like.
     *
     * @param vendors any of these; none: any vendor
     * @param types any of these
     * @param options for each of these options any of these values
     * @param available only what can be bought
     * @param priceFrom in minor units of the store's currency, or null
     */
    public record Filters(
            List<String> vendors,
            List<String> types,
            Map<String, List<String>> options,
            boolean available,
            @Nullable Long priceFrom,
            @Nullable Long priceTo) {
        private static final int MOST_VALUES = 20;
        private static final int MOST_OPTIONS = 10;

        public static final Filters NONE = new Filters(List.of(), List.of(), Map.of(), false, null, null);

        public Filters {
            vendors = bounded(vendors);
            types = bounded(types);
            Map<String, List<String>> kept = new LinkedHashMap<>();
            options.entrySet().stream()
                    .filter(option -> !bounded(List.of(option.getKey())).isEmpty()
                            && !bounded(option.getValue()).isEmpty())
                    .limit(MOST_OPTIONS)
                    .forEach(option -> kept.put(option.getKey(), bounded(option.getValue())));
            options = Collections.unmodifiableMap(kept);
        }

        private static List<String> bounded(List<String> values) {
            return values.stream()
                    .filter(value -> !value.isEmpty() && value.length() <= TextRules.MAX_TEXT)
                    .filter(value -> value.indexOf('\0') < 0)
                    .distinct()
                    .limit(MOST_VALUES)
                    .toList();
        }

        public boolean none() {
            return equals(NONE);
        }
    }

    /** The order that makes sense here: the one that is asked for, or the natural one. */
    Order effectiveOrder() {
        return orders(text, collection != null).contains(order) ? order : natural(text, collection != null);
    }

    /** The order that is meant where nobody says one. */
    public static Order natural(String text, boolean inCollection) {
        if (!text.isBlank()) {
            return Order.RELEVANCE;
        }
        return inCollection ? Order.FEATURED : Order.NEWEST;
    }

    /** The orders that make sense, the natural one first. */
    public static List<Order> orders(String text, boolean inCollection) {
        List<Order> orders = new ArrayList<>(List.of(Order.NEWEST, Order.PRICE_UP, Order.PRICE_DOWN, Order.TITLE));
        Order natural = natural(text, inCollection);
        orders.remove(natural);
        orders.add(0, natural);
        return orders;
    }

    int offset() {
        return (page - 1) * size;
    }
}
