package com.dainostore.shop.cart;

import static com.dainostore.tenancy.persistence.Statements.array;
import static com.dainostore.tenancy.persistence.Statements.id;
import static com.dainostore.tenancy.persistence.Statements.whole;

import com.dainostore.shop.catalog.PictureView;
import com.dainostore.shop.catalog.TimeOrderedIds;
import com.dainostore.shop.money.Money;
import com.dainostore.shop.stock.Stock;
import com.dainostore.tenancy.persistence.Statements;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The carts in the database of one store. */
public final class OpenCarts {
    /** Of one variant. */
    public static final int MOST_PIECES = 1_000;

    public static final int MOST_LINES = 100;

    private static final String NAME = """
            p.title || CASE WHEN cardinality(v.options) = 0 THEN ''
                            ELSE ' (' || array_to_string(v.options, ' / ') || ')' END""";

    /** One row for each line, and one without a line for an empty cart. */
    private static final String FIND = """
            SELECT c.id AS cart, c.order_id, l.id AS line, l.variant_id, l.title AS seen_title,
                   l.price_amount AS seen_price, l.quantity, p.id AS product, p.handle, p.title, v.sku,
                   array_to_string(v.options, chr(31)) AS options, v.price_amount, v.currency,
                   v.stock - %s AS free, %s AS counted, %s AS oversell,
                   v.taxable, v.requires_shipping, x.file_id, x.name AS file_name, x.width, x.height, x.alt
            FROM carts c
            LEFT JOIN cart_lines l ON l.cart_id = c.id
            LEFT JOIN (variants v JOIN products p ON p.id = v.product_id AND p.status = 'active') ON v.id = l.variant_id
            LEFT JOIN LATERAL (
                SELECT file_id, name, width, height, alt FROM product_pictures
                WHERE product_id = p.id
                ORDER BY (id = v.picture_id) IS TRUE DESC, position
                LIMIT 1) x ON true
            WHERE c.token_hash = ?1
            ORDER BY l.id""".formatted(Stock.HELD_BY_OTHERS, Stock.COUNTED, Stock.OVERSELL);

    private static final String TOUCH =
            "UPDATE carts SET touched_at = now() WHERE token_hash = ?1 AND order_id IS NULL RETURNING id";

    private static final String ADD = """
            INSERT INTO cart_lines (id, cart_id, variant_id, title, price_amount, quantity)
            SELECT ?1, ?2, v.id, %s, v.price_amount, ?4
            FROM variants v JOIN products p ON p.id = v.product_id
            WHERE v.id = ?3 AND p.status = 'active'
            ON CONFLICT (cart_id, variant_id) DO UPDATE
            SET quantity = least(cart_lines.quantity + excluded.quantity, %d),
                price_amount = excluded.price_amount, title = excluded.title""".formatted(NAME, MOST_PIECES);

    private static final String CHANGE = "UPDATE cart_lines SET quantity = ?3 WHERE cart_id = ?1 AND id = ?2";

    private static final String REMOVE = "DELETE FROM cart_lines WHERE cart_id = ?1 AND id = ?2";

    /** With a cart, and the ids, names, prices and quantities of its lines as they are now. */
    private static final String ACCEPT = """
            UPDATE cart_lines l SET price_amount = w.price, quantity = w.quantity
            FROM unnest(CAST(?2 AS uuid[]), CAST(?3 AS bigint[]), CAST(?4 AS int[])) AS w (line, price, quantity)
            WHERE l.cart_id = ?1 AND l.id = w.line""";

    private static final String DROP_OTHERS =
            "DELETE FROM cart_lines WHERE cart_id = ?1 AND NOT (id = ANY (CAST(?2 AS uuid[])))";

    private final Statements statements;
    private final Stock stock;
    private final String currency;

    /** @param currency the store's, for carts without anything in them */
    public OpenCarts(EntityManager entities, String currency) {
        this.statements = new Statements(entities);
        this.stock = new Stock(entities);
        this.currency = currency;
    }

    /** The cart as it can be bought now, in one statement. */
    public Optional<CartView> find(CartToken token) {
        List<Object[]> rows = statements.rows(FIND, (Object) token.hash());
        return rows.isEmpty() ? Optional.empty() : Optional.of(view(rows));
    }

    /**
     * As {@link #find}, but nobody else changes the cart or sells what is in it until the transaction ends. A cart that became
     * an order is found as such.
     */
    public Optional<CartView> lock(CartToken token) {
        List<?> found = statements.column(
                "SELECT id FROM carts WHERE token_hash = ?1 FOR NO KEY UPDATE", (Object) token.hash());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<UUID> variants =
                statements.column("SELECT variant_id FROM cart_lines WHERE cart_id = ?1", found.get(0)).stream()
                        .map(Statements::id)
                        .toList();
        stock.lock(variants);
        return find(token);
    }

    /** Begins to change the cart, or what was said about it: its id, where it is there and still open. */
    public Optional<UUID> touch(CartToken token) {
        return statements.column(TOUCH, (Object) token.hash()).stream()
                .findFirst()
                .map(Statements::id);
    }

    UUID create(CartToken token) {
        UUID cart = TimeOrderedIds.next();
        statements.change("INSERT INTO carts (id, token_hash) VALUES (?1, ?2)", cart, token.hash());
        return cart;
    }

    /** Whether it is for sale. */
    boolean add(UUID cart, UUID variant, int quantity) {
        return statements.change(ADD, TimeOrderedIds.next(), cart, variant, quantity) == 1;
    }

    boolean change(UUID cart, UUID line, int quantity) {
        return statements.change(CHANGE, cart, line, quantity) == 1;
    }

    boolean remove(UUID cart, UUID line) {
        return statements.change(REMOVE, cart, line) == 1;
    }

    /** Remembers that the shopper has seen the cart as it is now. */
    public void accept(CartView cart) {
        if (cart.changes().isEmpty()) {
            return;
        }
        String lines = array(cart.lines().stream().map(CartLine::id).toList());
        statements.change(DROP_OTHERS, cart.id(), lines);
        statements.change(
                ACCEPT,
                cart.id(),
                lines,
                array(cart.lines().stream().map(line -> line.price().amount()).toList()),
                array(cart.lines().stream().map(CartLine::quantity).toList()));
    }

    /** Ends the cart: it has become an order. */
    public void become(CartView cart, UUID order) {
        statements.change("UPDATE carts SET order_id = ?2, touched_at = now() WHERE id = ?1", cart.id(), order);
        statements.change("DELETE FROM cart_lines WHERE cart_id = ?1", cart.id());
    }

    private CartView view(List<Object[]> rows) {
        List<CartLine> lines = new ArrayList<>();
        List<CartChange> changes = new ArrayList<>();
        for (Object[] row : rows) {
            if (row[2] != null) {
                read(row, lines, changes);
            }
        }
        Money goods = lines.stream().map(CartLine::total).reduce(new Money(0, currency), Money::plus);
        return new CartView(id(rows.get(0)[0]), lines, changes, goods, Optional.ofNullable((UUID) rows.get(0)[1]));
    }

    private static void read(Object[] row, List<CartLine> lines, List<CartChange> changes) {
        UUID id = id(row[2]);
        String seen = (String) row[4];
        int wanted = (int) whole(row[6]);
        if (row[7] == null) {
            changes.add(new CartChange.Gone(id, seen));
            return;
        }
        CartLine line = line(row, wanted);
        if (line.quantity() == 0) {
            changes.add(new CartChange.SoldOut(id, line.name()));
            return;
        }
        if (line.quantity() < wanted) {
            changes.add(new CartChange.Fewer(id, line.name(), wanted, line.quantity()));
        }
        Money before = new Money(whole(row[5]), line.price().currency());
        if (!before.equals(line.price())) {
            changes.add(new CartChange.PriceChanged(id, line.name(), before, line.price()));
        }
        lines.add(line);
    }

    private static PictureView picture(Object[] row) {
        return new PictureView(
                id(row[19]), (String) row[20], (int) whole(row[21]), (int) whole(row[22]), (String) row[23], null);
    }

    private static CartLine line(Object[] row, int wanted) {
        boolean counted = (Boolean) row[15];
        boolean oversell = (Boolean) row[16];
        int most = counted && !oversell ? (int) Math.max(0, Math.min(whole(row[14]), MOST_PIECES)) : MOST_PIECES;
        return new CartLine(
                id(row[2]),
                id(row[3]),
                id(row[7]),
                (String) row[8],
                (String) row[9],
                CartLine.options((String) row[11]),
                (String) row[10],
                new Money(whole(row[12]), (String) row[13]),
                Math.min(wanted, most),
                most,
                (Boolean) row[17],
                (Boolean) row[18],
                counted,
                oversell,
                row[19] == null ? null : picture(row));
    }
}
