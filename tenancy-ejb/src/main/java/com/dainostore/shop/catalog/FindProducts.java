package com.dainostore.shop.catalog;

import com.dainostore.tenancy.database.Search;
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

    public FindProducts {
        text = Search.text(text);
        page = Search.page(page);
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
        return Search.pattern(text);
    }
}
