package com.dainostore.shop.orders;

import static com.dainostore.tenancy.persistence.Statements.id;
import static com.dainostore.tenancy.persistence.Statements.whole;

import com.dainostore.shop.money.Money;
import com.dainostore.tenancy.persistence.Statements;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is read of many orders at once. */
final class OrderLists {
    private static final int MOST_BEST = 10;

    private static final String ROWS = """
            SELECT o.id, o.number, o.name, o.placed_at, o.ship_name, o.email, o.ship_country,
                   (SELECT coalesce(sum(q.quantity), 0) FROM order_lines q WHERE q.order_id = o.id),
                   o.total_amount, o.tax_amount, o.delivery_amount, o.currency, o.payment,
                   o.paid_at IS NOT NULL, o.fulfilled_at IS NOT NULL, o.cancelled_at IS NOT NULL
            FROM orders o
            """;

    private static final String DAYS = """
            SELECT CAST(CAST(placed_at AT TIME ZONE ?1 AS date) AS text), count(*), sum(total_amount)
            FROM orders
            WHERE cancelled_at IS NULL AND currency = ?2 AND placed_at >= to_timestamp(?3)
            GROUP BY 1""";

    private static final String BEST = """
            SELECT l.product_id, max(l.title), sum(l.quantity), sum(l.price_amount * l.quantity)
            FROM order_lines l JOIN orders o ON o.id = l.order_id
            WHERE o.cancelled_at IS NULL AND o.currency = ?1 AND o.placed_at >= to_timestamp(?2)
            GROUP BY l.product_id
            ORDER BY 3 DESC, 4 DESC, 1
            LIMIT ?3""";

    private final Statements statements;

    OrderLists(EntityManager entities) {
        statements = new Statements(entities);
    }

    OrderPage page(FindOrders wish) {
        long total = whole(statements
                .column("SELECT count(*) FROM orders o " + wish.where(), wish.pattern())
                .get(0));
        List<OrderPage.Row> rows = statements
                .rows(
                        ROWS + wish.where() + wish.orderBy() + " LIMIT ?2 OFFSET ?3",
                        wish.pattern(),
                        FindOrders.SIZE,
                        wish.offset())
                .stream()
                .map(OrderLists::row)
                .toList();
        return new OrderPage(rows, total);
    }

    Map<FindOrders.State, Long> counts() {
        List<FindOrders.State> states = List.of(FindOrders.State.values());
        String sums = states.stream()
                .map(state -> "count(*) FILTER (WHERE " + state.condition() + ")")
                .collect(Collectors.joining(", "));
        Object[] row = statements.row("SELECT " + sums + " FROM orders o").orElseThrow();
        Map<FindOrders.State, Long> counts = new EnumMap<>(FindOrders.State.class);
        for (int i = 0; i < row.length; i++) {
            counts.put(states.get(i), whole(row[i]));
        }
        return counts;
    }

    long count(FindOrders.State state) {
        return whole(statements
                .column("SELECT count(*) FROM orders o WHERE " + state.condition())
                .get(0));
    }

    /** The next of all that match, the newest first, whatever page was asked for. */
    List<OrderPage.Row> before(FindOrders wish, long number, int limit) {
        return statements
                .rows(
                        ROWS + wish.where() + " AND o.number < ?2 ORDER BY o.number DESC LIMIT ?3",
                        wish.pattern(),
                        number,
                        limit)
                .stream()
                .map(OrderLists::row)
                .toList();
    }

    Sales sales(int days, ZoneId zone, String currency) {
        LocalDate today = LocalDate.now(zone);
        LocalDate first = today.minusDays(days - 1L);
        long from = first.atStartOfDay(zone).toEpochSecond();
        Map<LocalDate, Sales.Day> found = new HashMap<>();
        for (Object[] row : statements.rows(DAYS, zone.getId(), currency, from)) {
            LocalDate date = LocalDate.parse((String) row[0]);
            found.put(date, new Sales.Day(date, whole(row[1]), money(row[2], currency)));
        }
        Money nothing = new Money(0, currency);
        List<Sales.Day> all = first.datesUntil(today.plusDays(1))
                .map(date -> found.getOrDefault(date, new Sales.Day(date, 0, nothing)))
                .toList();
        List<Sales.Best> best = statements.rows(BEST, currency, from, MOST_BEST).stream()
                .map(row -> new Sales.Best(id(row[0]), (String) row[1], whole(row[2]), money(row[3], currency)))
                .toList();
        return new Sales(all, best);
    }

    private static Money money(Object sum, String currency) {
        return new Money(((BigDecimal) sum).longValueExact(), currency);
    }

    private static OrderPage.Row row(Object[] row) {
        String currency = (String) row[11];
        return new OrderPage.Row(
                id(row[0]),
                whole(row[1]),
                (String) row[2],
                OrderRows.moment(row[3]).orElseThrow(),
                (String) row[4],
                (String) row[5],
                (String) row[6],
                whole(row[7]),
                new Money(whole(row[8]), currency),
                new Money(whole(row[9]), currency),
                new Money(whole(row[10]), currency),
                Payment.ofCode((String) row[12]).orElseThrow(),
                (Boolean) row[13],
                (Boolean) row[14],
                (Boolean) row[15]);
    }
}
