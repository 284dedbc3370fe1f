package com.dainostore.shop.pricing;

import com.dainostore.shop.money.Money;

/**
 * So many pieces at one price.
 *
 * @param taxed whether the store's tax is due on it
 */
public record Item(Money price, int quantity, boolean taxed) {
    public Item {
        if (quantity < 0 || price.amount() < 0) {
            throw new IllegalArgumentException("Neither pieces nor prices are negative");
        }
    }

    public Money total() {
        return price.times(quantity);
    }
}
