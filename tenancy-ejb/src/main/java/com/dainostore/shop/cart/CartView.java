package com.dainostore.shop.cart;

import com.dainostore.shop.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A cart as it can be bought now.
 *
 * @param lines at today's prices, no more pieces than can be had; what cannot be had at all is not in it
 * @param changes what differs from what the shopper has seen and accepted, in words for them
 * @param goods what the pieces cost together
 * @param order the order that it became; such a cart is empty and stays so
 */
public record CartView(UUID id, List<CartLine> lines, List<CartChange> changes, Money goods, Optional<UUID> order) {
    public CartView {
        lines = List.copyOf(lines);
        changes = List.copyOf(changes);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** How many pieces are in it. */
    public int pieces() {
        return lines.stream().mapToInt(CartLine::quantity).sum();
    }

    public boolean needsDelivery() {
        return lines.stream().anyMatch(CartLine::delivered);
    }
}
