package com.dainostore.shop.orders;

import com.dainostore.tenancy.persistence.Statements;
import jakarta.persistence.EntityManager;

/**
 * The numbers of a store's orders. A number is given away under the lock of its row until the order commits, so none is left
 * out and none comes twice; whoever needs one asks for it as late as possible.
 */
final class OrderSeries {
    /** One below the first number: a shop's first order shall not look like it. */
    private static final long BEFORE_FIRST = 1_000;

    private static final String NEXT = """
            INSERT INTO order_series (name, last) VALUES ('orders', ?1)
            ON CONFLICT (name) DO UPDATE SET last = order_series.last + 1
            RETURNING last""";

    private static final String CONTINUE = """
            INSERT INTO order_series (name, last) VALUES ('orders', ?1)
            ON CONFLICT (name) DO UPDATE SET last = greatest(order_series.last, excluded.last)""";

    private final Statements statements;

    OrderSeries(EntityManager entities) {
        statements = new Statements(entities);
    }

    long next() {
        return Statements.whole(statements.column(NEXT, BEFORE_FIRST + 1).get(0));
    }

    /** Gives away only numbers above this one from now on. */
    void continueAfter(long highest) {
        statements.change(CONTINUE, Math.max(highest, BEFORE_FIRST));
    }
}
