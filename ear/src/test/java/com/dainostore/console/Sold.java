package com.dainostore.console;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Orders as if they had been placed on any day. */
final class Sold {
    private static final String ORDER = """
            WITH goods AS (SELECT v.id, v.product_id, v.price_amount, v.sku, p.title, p.handle
                           FROM variants v JOIN products p ON p.id = v.product_id WHERE p.id = ? ORDER BY v.id LIMIT 1),
                 sold AS (
                    INSERT INTO orders (id, store_id, checkout_id, number, name, secret, email, phone,
                        ship_name, ship_company, ship_line1, ship_line2, ship_postcode, ship_city, ship_region, ship_country,
                        bill_name, bill_company, bill_line1, bill_line2, bill_postcode, bill_city, bill_region, bill_country,
                        delivery_name, payment, currency, goods_amount, delivery_amount, tax_amount, total_amount,
                        tax_percent, tax_included, delivery_tax, placed_at)
                    SELECT ?, s.id, gen_random_uuid(), n.next, 'A-' || n.next, rpad(md5(random()::text), 43, 'x'), s.email, '',
                        s.customer, '', 'Lindengasse 4', '', '1070', 'Wien', '', 'AT',
                        s.customer, '', 'Lindengasse 4', '', '1070', 'Wien', '', 'AT',
                        'Parcel', 'invoice', 'EUR', g.price_amount * s.pieces, 490,
                        round((g.price_amount * s.pieces + 490) * 20 / 120.0), g.price_amount * s.pieces + 490,
                        20, true, 82, now() - s.days * interval '1 day'
                    FROM goods g,
                         (SELECT coalesce(max(number), 1000) + 1 AS next FROM orders) n,
                         (SELECT ?::text AS id, ?::text AS email, ?::text AS customer, ?::int AS pieces, ?::int AS days) s
                    RETURNING id, store_id, placed_at, tax_amount),
                 lines AS (
                    INSERT INTO order_lines (order_id, position, store_id, variant_id, product_id, handle, title, options, sku,
                        price_amount, quantity, tax_amount, counted)
                    SELECT o.id, 0, o.store_id, g.id, g.product_id, g.handle, g.title, '{}', g.sku, g.price_amount, ?,
                        o.tax_amount - 82, true
                    FROM sold o, goods g),
                 events AS (
                    INSERT INTO order_events (id, store_id, order_id, at, kind, person, detail)
                    SELECT CAST('00000000' || substr(id::text, 9) AS uuid), store_id, id, placed_at, 'placed', '', '' FROM sold),
                 stock AS (UPDATE variants SET stock = stock - ? WHERE id = (SELECT id FROM goods))
            SELECT 1""";

    private Sold() {}

    /**
     * An order of pieces of one product.
     *
     * @param customer a name, from which the e-mail follows too
     * @return its id
     */
    static String order(Staff owner, String customer, String product, int pieces, int daysAgo) throws SQLException {
        UUID id = UUID.randomUUID();
        var databases = owner.shop().databases();
        try (Connection connection = databases.connect(databases.of(owner.store()));
                PreparedStatement statement = connection.prepareStatement(ORDER)) {
            statement.setObject(1, UUID.fromString(product));
            statement.setObject(2, id);
            statement.setString(3, owner.store());
            statement.setString(
                    4, customer.replaceAll("[^A-Za-z]+", ".").toLowerCase(java.util.Locale.ROOT) + "@example.com");
            statement.setString(5, customer);
            statement.setInt(6, pieces);
            statement.setInt(7, daysAgo);
            statement.setInt(8, pieces);
            statement.setInt(9, pieces);
            try (ResultSet done = statement.executeQuery()) {
                done.next();
            }
        }
        return id.toString();
    }

    /** A way to deliver; its id. */
    static String deliveryRate(Staff owner, String name) throws SQLException {
        String id = UUID.randomUUID().toString();
        var databases = owner.shop().databases();
        databases.run(
                databases.of(owner.store()),
                "INSERT INTO delivery_rates (id, store_id, name, amount, currency, position) VALUES ('%s', '%s', '%s', 490, 'EUR', 0)"
                        .formatted(id, owner.store(), name));
        return id;
    }
}
