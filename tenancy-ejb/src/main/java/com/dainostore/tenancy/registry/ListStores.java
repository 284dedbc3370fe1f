package com.dainostore.tenancy.registry;

import com.dainostore.tenancy.database.Search;
import com.dainostore.tenancy.scope.StoreState;
import java.util.Locale;
import java.util.Optional;

/**
 * The wish to see some of the stores.
 *
 * @param text part of a name, a handle or an active domain, or a whole id; empty: all
 * @param state empty: all that are not deleted
 * @param page counted from 1
 */
public record ListStores(String text, Optional<StoreState> state, Order order, boolean descending, int page) {
    /** How many stores a page shows. */
    public static final int SIZE = 25;

    public ListStores {
        text = Search.text(text);
        page = Search.page(page);
    }

    /** What stores can be sorted by. */
    public enum Order {
        CREATED("s.created_at"),
        NAME("lower(s.name)"),
        HANDLE("s.handle");

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
        return order.column + direction + ", s.id" + direction;
    }

    int offset() {
        return (page - 1) * SIZE;
    }

    /** The text as a LIKE pattern that matches it anywhere, whatever characters it has. */
    String pattern() {
        return Search.pattern(text);
    }
}
