package com.dainostore.shop.catalog;

import java.util.Locale;
import java.util.Optional;

/**
 * The wish of staff to see some of the products.
 *
 * @param text part of a title, a vendor, a handle or a SKU; empty: all
 * @param page counted from 1
 */
public record FindProducts(String text, Optional<ProductStatus> status, Order order, boolean descending, int page) {
    /** How many products a page shows. */
    public static final int SIZE = 25;

    private static final int LAST_PAGE = 100_000;
    private static final int LONGEST_TEXT = 120;

    public FindProducts {
        String stripped = text.strip();
        text = stripped.length() <= LONGEST_TEXT ? stripped : stripped.substring(0, LONGEST_TEXT);
        page = Math.min(Math.max(page, 1), LAST_PAGE);
    }

    /** What products can be sorted by. */
    public enum Order {
        CHANGED("p.changed_at"),
        TITLE("lower(p.title)"),
        STOCK("v.stock"),
        PRICE("v.price");

        private final String column;

        Order(String column) {
            this.column = column;
        }

        /** The name in addresses: lower case. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    String orderBy() {
        String direction = descending ? " DESC" : " ASC";
        return order.column + direction + ", p.id" + direction;
    }

    int offset() {
        return (page - 1) * SIZE;
    }

    String pattern() {
        return pattern(text);
    }

    /** A text as a LIKE pattern that matches it anywhere, whatever characters it has. */
    static String pattern(String text) {
        return "%"
                + text.toLowerCase(Locale.ROOT)
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                + "%";
    }
}
