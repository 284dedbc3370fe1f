package com.dainostore.shop.pricing;

import com.dainostore.shop.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What delivery costs: one amount, and nothing from some value of the goods on.
 *
 * @param freeFrom the value of the goods from which on it is free, or null where it never is
 */
public record Delivery(Money amount, @Nullable Money freeFrom) {
    public Money of(Money goods) {
        return freeFrom != null && goods.compareTo(freeFrom) >= 0 ? new Money(0, amount.currency()) : amount;
    }
}
