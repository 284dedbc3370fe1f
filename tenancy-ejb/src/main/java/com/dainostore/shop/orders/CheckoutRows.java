package com.dainostore.shop.orders;

import com.dainostore.tenancy.persistence.Statements;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What shoppers have said on the way from their carts, in the database of one store. */
final class CheckoutRows {
    private static final String COLUMNS = "email, phone, " + Address.columns("ship_") + ", " + Address.columns("bill_");

    private static final String FIND =
            "SELECT " + COLUMNS + ", delivery_rate, payment FROM checkouts WHERE cart_id = ?1";

    private static final String CONTACT =
            """
            INSERT INTO checkouts (cart_id, %s) VALUES (?1, %s)
            ON CONFLICT (cart_id) DO UPDATE SET (%s) = ROW (%s)""".formatted(COLUMNS, parameters(), COLUMNS, COLUMNS.replaceAll("(\\w+)", "excluded.$1"));

    private static final String CHOICE = """
            INSERT INTO checkouts (cart_id, delivery_rate, payment)
            VALUES (?1, CAST(CAST(?2 AS text) AS uuid), CAST(?3 AS text))
            ON CONFLICT (cart_id) DO UPDATE SET delivery_rate = excluded.delivery_rate, payment = excluded.payment""";

    private static final int WIDTH = 2 + 2 * Address.WIDTH;

    /**
     * What was said so far.
     *
     * @param contact null until it was given, as are the others
     */
    record Said(
            CheckoutView.@Nullable Contact contact,
            @Nullable UUID delivery,
            @Nullable Payment payment) {
        static final Said NOTHING = new Said(null, null, null);
    }

    private final Statements statements;

    CheckoutRows(EntityManager entities) {
        statements = new Statements(entities);
    }

    Said find(UUID cart) {
        return statements.row(FIND, cart).map(CheckoutRows::said).orElse(Said.NOTHING);
    }

    void contact(UUID cart, CheckoutView.Contact contact) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(cart);
        values.add(contact.email());
        values.add(contact.phone());
        values.addAll(contact.address().values());
        values.addAll(contact.billing().map(Address::values).orElse(Collections.nCopies(Address.WIDTH, null)));
        statements.change(CONTACT, values.toArray());
    }

    void choice(UUID cart, @Nullable UUID delivery, @Nullable Payment payment) {
        statements.change(
                CHOICE, cart, delivery == null ? null : delivery.toString(), payment == null ? null : payment.code());
    }

    private static Said said(Object[] row) {
        return new Said(
                row[0] == null ? null : contact(row),
                (UUID) row[WIDTH],
                Optional.ofNullable((String) row[WIDTH + 1])
                        .flatMap(Payment::ofCode)
                        .orElse(null));
    }

    private static CheckoutView.Contact contact(Object[] row) {
        int billing = 2 + Address.WIDTH;
        return new CheckoutView.Contact(
                (String) row[0],
                (String) row[1],
                Address.of(row, 2),
                row[billing] == null ? Optional.empty() : Optional.of(Address.of(row, billing)));
    }

    private static String parameters() {
        return IntStream.range(2, 4 + 2 * Address.WIDTH)
                .mapToObj(i -> "CAST(?" + i + " AS text)")
                .collect(Collectors.joining(", "));
    }
}
