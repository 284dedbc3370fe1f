package com.dainostore.shop.orders;

import static com.dainostore.tenancy.persistence.Statements.array;
import static com.dainostore.tenancy.persistence.Statements.id;
import static com.dainostore.tenancy.persistence.Statements.whole;

import com.dainostore.shop.money.Money;
import com.dainostore.tenancy.persistence.Statements;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ways to deliver in the database of one store. */
final class RateRows {
    private static final String ALL = """
            SELECT id, name, amount, free_from, currency, array_to_string(countries, ','), version
            FROM delivery_rates ORDER BY position, id""";

    private static final String ADD = """
            INSERT INTO delivery_rates (id, name, amount, free_from, currency, countries, position)
            VALUES (?1, ?2, ?3, CAST(CAST(?4 AS text) AS bigint), ?5, CAST(?6 AS text[]), ?7)""";

    private static final String CHANGE = """
            UPDATE delivery_rates
            SET name = ?2, amount = ?3, free_from = CAST(CAST(?4 AS text) AS bigint), currency = ?5,
                countries = CAST(?6 AS text[]), position = ?7, version = version + 1
            WHERE id = ?1""";

    private final Statements statements;

    RateRows(EntityManager entities) {
        statements = new Statements(entities);
    }

    List<DeliveryRate> all() {
        return statements.rows(ALL).stream().map(RateRows::rate).toList();
    }

    Optional<DeliveryRate> find(UUID id) {
        return all().stream().filter(rate -> rate.id().equals(id)).findFirst();
    }

    void add(UUID id, SaveDeliveryRate wanted) {
        statements.change(ADD, values(id, wanted));
    }

    boolean change(UUID id, SaveDeliveryRate wanted, long version) {
        return statements.change(CHANGE + " AND version = " + version, values(id, wanted)) == 1;
    }

    boolean remove(UUID id) {
        return statements.change("DELETE FROM delivery_rates WHERE id = ?1", id) == 1;
    }

    private static Object[] values(UUID id, SaveDeliveryRate wanted) {
        return new Object[] {
            id,
            wanted.name(),
            wanted.amount().amount(),
            text(wanted.freeFrom()),
            wanted.amount().currency(),
            array(wanted.countries()),
            wanted.position()
        };
    }

    private static @Nullable String text(@Nullable Money amount) {
        return amount == null ? null : String.valueOf(amount.amount());
    }

    private static DeliveryRate rate(Object[] row) {
        String currency = (String) row[4];
        String countries = (String) row[5];
        return new DeliveryRate(
                id(row[0]),
                (String) row[1],
                new Money(whole(row[2]), currency),
                row[3] == null ? null : new Money(whole(row[3]), currency),
                countries.isEmpty() ? List.of() : List.of(countries.split(",", -1)),
                whole(row[6]));
    }
}
