package com.dainostore.shop.orders;

import com.dainostore.tenancy.database.Search;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The wish of staff to see some of the orders.
 *
 * @param text part of a name, an e-mail address, the name of a person or a title; empty: all
 * @param page counted from 1
 */
public record FindOrders(String text, Optional<State> state, Order order, boolean descending, int page) {
    /** How many orders a page shows. */
    public static final int SIZE = 25;

    public FindOrders {
        text = Search.text(text);
        page = Search.page(page);
    }

    /** All orders, the newest first. */
    public static FindOrders all() {
        return new FindOrders("", Optional.empty(), Order.NUMBER, true, 1);
    }

    /** What is asked for most: each order is in one or two of them. */
    public enum State {
        /** To be sent. */
        OPEN("o.cancelled_at IS NULL AND o.fulfilled_at IS NULL"),
        /** To be paid. */
        UNPAID("o.cancelled_at IS NULL AND o.paid_at IS NULL"),
        FULFILLED("o.cancelled_at IS NULL AND o.fulfilled_at IS NOT NULL"),
        CANCELLED("o.cancelled_at IS NOT NULL");

        private final String condition;

        State(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }

        /** The name in addresses and in answers: lower case. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<State> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst();
        }
    }

    /** What orders can be sorted by. */
    public enum Order {
        NUMBER("o.number"),
        TOTAL("o.total_amount"),
        NAME("lower(o.ship_name)");

        private final String column;

        Order(String column) {
            this.column = column;
        }

        /** The name in addresses: lower case. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Order> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst();
        }
    }

    /** With the pattern of {@link #pattern} as the first value. */
    String where() {
        return """
                WHERE (?1 = '%%' OR lower(o.name) LIKE ?1 OR lower(o.email) LIKE ?1 OR lower(o.ship_name) LIKE ?1
                       OR EXISTS (SELECT 1 FROM order_lines s WHERE s.order_id = o.id AND lower(s.title) LIKE ?1))
                """ + state.map(one -> " AND " + one.condition()).orElse("");
    }

    String orderBy() {
        String direction = descending ? " DESC" : " ASC";
        return " ORDER BY " + order.column + direction + ", o.number" + direction;
    }

    int offset() {
        return (page - 1) * SIZE;
    }

    String pattern() {
        return Search.pattern(text);
    }
}
