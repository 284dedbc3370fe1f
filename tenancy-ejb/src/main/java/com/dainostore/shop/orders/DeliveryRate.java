package com.dainostore.shop.orders;

import com.dainostore.shop.money.Money;
import com.dainostore.shop.pricing.Delivery;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One way to deliver, and what it costs.
 *
 * @param freeFrom the value of the goods from which on it is free, or null where it never is
 * @param countries where to, by ISO 3166-1 alpha-2 codes; none: everywhere
 * @param version grows with each change
 */
public record DeliveryRate(
        UUID id, String name, Money amount, @Nullable Money freeFrom, List<String> countries, long version) {
    public DeliveryRate {
        countries = List.copyOf(countries);
    }

    boolean leadsTo(String country) {
        return countries.isEmpty() || countries.contains(country);
    }

    /** What it costs for goods of that value. */
    public Money priceFor(Money goods) {
        return new Delivery(amount, freeFrom).of(goods);
    }
}
