package com.dainostore.shop.orders;

import static com.dainostore.tenancy.persistence.Statements.id;
import static com.dainostore.tenancy.persistence.Statements.whole;

import com.dainostore.shop.cart.CartLine;
import com.dainostore.shop.catalog.TimeOrderedIds;
import com.dainostore.shop.money.Money;
import com.dainostore.shop.orders.OrderView.Event;
import com.dainostore.shop.orders.OrderView.Happening;
import com.dainostore.shop.orders.OrderView.Line;
import com.dainostore.shop.orders.OrderView.Sums;
import com.dainostore.shop.orders.OrderView.Tracking;
import com.dainostore.shop.pricing.Totals;
import com.dainostore.tenancy.persistence.Statements;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The orders in the database of one store. */
final class OrderRows {
    private static final String COLUMNS = "id, number, name, secret, email, phone, " + Address.columns("ship_") + ", "
            + Address.columns("bill_")
            + ", delivery_name, payment, currency, goods_amount, delivery_amount, tax_amount, total_amount,"
            + " tax_percent, tax_included, delivery_tax, paid_at, fulfilled_at, cancelled_at, restocked, carrier,"
            + " tracking_number, tracking_url, version, placed_at";

    /** How many columns stand before those that nothing is said of when the order is placed. */
    private static final int GIVEN = 6 + 2 * Address.WIDTH + 10;

    private static final String ADD = "INSERT INTO orders ("
            + COLUMNS.substring(0, COLUMNS.indexOf(", paid_at"))
            + ", checkout_id, idempotency_key, request_hash) VALUES ("
            + IntStream.rangeClosed(1, GIVEN).mapToObj(i -> "?" + i).collect(Collectors.joining(", "))
            + ", ?" + (GIVEN + 1) + ", CAST(?" + (GIVEN + 2) + " AS text), CAST(?" + (GIVEN + 3) + " AS text))";

    /** All lines at once, as JSON. */
    private static final String ADD_LINES = """
            INSERT INTO order_lines (order_id, position, variant_id, product_id, handle, title, options, sku,
                                     price_amount, quantity, tax_amount, counted)
            SELECT ?1, l.position, l.variant, l.product, l.handle, l.title,
                   ARRAY (SELECT jsonb_array_elements_text(l.options)), l.sku, l.price, l.quantity, l.tax, l.counted
            FROM jsonb_to_recordset(CAST(?2 AS jsonb)) AS l (position int, variant uuid, product uuid, handle text,
                 title text, options jsonb, sku text, price bigint, quantity int, tax bigint, counted boolean)""";

    private static final String LINES = """
            SELECT variant_id, product_id, handle, title, array_to_string(options, chr(31)), sku, price_amount, quantity, tax_amount
            FROM order_lines WHERE order_id = ?1 ORDER BY position""";

    private static final String EVENTS =
            "SELECT at, kind, person, detail FROM order_events WHERE order_id = ?1 ORDER BY id";

    private static final String TELL = """
            INSERT INTO order_events (id, order_id, kind, person, detail) VALUES (?1, ?2, ?3, ?4, ?5)""";

    private static final String COUNTED = """
            SELECT variant_id, CAST(sum(quantity) AS int) FROM order_lines
            WHERE order_id = ?1 AND counted GROUP BY variant_id""";

    private final Statements statements;

    OrderRows(EntityManager entities) {
        statements = new Statements(entities);
    }

    /** What a new order is made from. */
    record New(UUID id, long number, String name, String secret, CheckoutView checkout, PlaceOrder wish) {}

    void add(New order) {
        CheckoutView checkout = order.checkout();
        CheckoutView.Contact contact = checkout.contact().orElseThrow();
        Totals totals = checkout.totals();
        ArrayList<@Nullable Object> values = new ArrayList<>(
                List.of(order.id(), order.number(), order.name(), order.secret(), contact.email(), contact.phone()));
        values.addAll(contact.address().values());
        values.addAll(contact.billTo().values());
        values.addAll(List.of(
                checkout.delivery().map(CheckoutView.Option::name).orElse(""),
                checkout.payment().orElseThrow().code(),
                totals.total().currency(),
                totals.goods().amount(),
                totals.delivery().amount(),
                totals.tax().amount(),
                totals.total().amount(),
                totals.rate().percent(),
                totals.rate().included(),
                totals.deliveryShare().amount()));
        values.add(checkout.cart().id());
        values.add(order.wish().attempt().map(PlaceOrder.Attempt::key).orElse(null));
        values.add(order.wish().attempt().map(PlaceOrder.Attempt::digest).orElse(null));
        statements.change(ADD, values.toArray());
        statements.change(ADD_LINES, order.id(), lines(checkout));
    }

    private static String lines(CheckoutView checkout) {
        JsonArrayBuilder lines = Json.createArrayBuilder();
        List<CartLine> inCart = checkout.cart().lines();
        for (int i = 0; i < inCart.size(); i++) {
            CartLine line = inCart.get(i);
            var json = Json.createObjectBuilder()
                    .add("position", i)
                    .add("variant", line.variant().toString())
                    .add("product", line.product().toString())
                    .add("handle", line.handle())
                    .add("title", line.title())
                    .add("options", Json.createArrayBuilder(line.options()))
                    .add("price", line.price().amount())
                    .add("quantity", line.quantity())
                    .add("tax", checkout.totals().shares().get(i).amount())
                    .add("counted", line.counted());
            if (line.sku() != null) {
                json.add("sku", line.sku());
            }
            lines.add(json);
        }
        return lines.build().toString();
    }

    Optional<OrderView> find(UUID order) {
        return view(statements.row("SELECT " + COLUMNS + " FROM orders WHERE id = ?1", order));
    }

    /** As {@link #find}, but nobody else changes it until the transaction ends. */
    Optional<OrderView> lock(UUID order) {
        return view(statements.row("SELECT " + COLUMNS + " FROM orders WHERE id = ?1 FOR NO KEY UPDATE", order));
    }

    Optional<OrderView> bySecret(String secret) {
        return view(statements.row("SELECT " + COLUMNS + " FROM orders WHERE secret = ?1", secret));
    }

    /** The key and the digest of the request that placed it, either of which may be empty. */
    PlaceOrder.Attempt attempt(UUID order) {
        Object[] row = statements
                .row(
                        "SELECT coalesce(idempotency_key, ''), coalesce(request_hash, '') FROM orders WHERE id = ?1",
                        order)
                .orElseThrow();
        return new PlaceOrder.Attempt((String) row[0], (String) row[1]);
    }

    void tell(UUID order, Happening what, String person, String detail) {
        statements.change(TELL, TimeOrderedIds.next(), order, what.code(), person, detail);
    }

    void pay(UUID order) {
        statements.change("UPDATE orders SET paid_at = now(), version = version + 1 WHERE id = ?1", order);
    }

    void fulfil(UUID order, Tracking tracking) {
        statements.change("""
                UPDATE orders SET fulfilled_at = coalesce(fulfilled_at, now()), carrier = ?2, tracking_number = ?3,
                                  tracking_url = ?4, version = version + 1
                WHERE id = ?1""", order, tracking.carrier(), tracking.number(), tracking.url());
    }

    void cancel(UUID order, boolean restocked) {
        statements.change(
                "UPDATE orders SET cancelled_at = now(), restocked = ?2, version = version + 1 WHERE id = ?1",
                order,
                restocked);
    }

    /** How many pieces of which variants it took from the stock. */
    Map<UUID, Integer> counted(UUID order) {
        return statements.rows(COUNTED, order).stream()
                .collect(Collectors.toMap(row -> id(row[0]), row -> (int) whole(row[1])));
    }

    private Optional<OrderView> view(Optional<Object[]> row) {
        return row.map(this::view);
    }

    private OrderView view(Object[] row) {
        int after = 6 + 2 * Address.WIDTH;
        String currency = (String) row[after + 2];
        Function<Integer, Money> money = i -> new Money(whole(row[after + i]), currency);
        return new OrderView(
                id(row[0]),
                whole(row[1]),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                Address.of(row, 6),
                Address.of(row, 6 + Address.WIDTH),
                (String) row[after],
                Payment.ofCode((String) row[after + 1]).orElseThrow(),
                new Sums(
                        money.apply(3),
                        money.apply(4),
                        money.apply(5),
                        money.apply(6),
                        (BigDecimal) row[after + 7],
                        (Boolean) row[after + 8],
                        money.apply(9)),
                moment(row[after + 10]),
                moment(row[after + 11]),
                moment(row[after + 12]),
                (Boolean) row[after + 13],
                new Tracking((String) row[after + 14], (String) row[after + 15], (String) row[after + 16]),
                lines(id(row[0]), currency),
                events(id(row[0])),
                whole(row[after + 17]),
                moment(row[after + 18]).orElseThrow());
    }

    private List<Line> lines(UUID order, String currency) {
        return statements.rows(LINES, order).stream()
                .map(row -> new Line(
                        id(row[0]),
                        id(row[1]),
                        (String) row[2],
                        (String) row[3],
                        CartLine.options((String) row[4]),
                        (String) row[5],
                        new Money(whole(row[6]), currency),
                        (int) whole(row[7]),
                        new Money(whole(row[8]), currency)))
                .toList();
    }

    private List<Event> events(UUID order) {
        return statements.rows(EVENTS, order).stream()
                .map(row -> new Event(
                        moment(row[0]).orElseThrow(),
                        Happening.valueOf(((String) row[1]).toUpperCase(Locale.ROOT)),
                        (String) row[2],
                        (String) row[3]))
                .toList();
    }

    static Optional<Instant> moment(@Nullable Object value) {
        return Optional.ofNullable((Timestamp) value).map(Timestamp::toInstant);
    }
}
