package com.dainostore.shop.orders;

import com.dainostore.shop.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One page of the orders that staff asked for.
 *
 * @param total how many there are on all pages
 */
public record OrderPage(List<Row> rows, long total) {
    public OrderPage {
        rows = List.copyOf(rows);
    }

    /**
     * An order as a list shows it.
     *
     * @param customer the name on the parcel
     * @param pieces how many it has of everything together
     */
    public record Row(
            UUID id,
            long number,
            String name,
            Instant placedAt,
            String customer,
            String email,
            String country,
            long pieces,
            Money total,
            Money tax,
            Money delivery,
            Payment payment,
            boolean paid,
            boolean fulfilled,
            boolean cancelled) {}

    public int pages() {
        return (int) Math.max(1, (total + FindOrders.SIZE - 1) / FindOrders.SIZE);
    }
}
