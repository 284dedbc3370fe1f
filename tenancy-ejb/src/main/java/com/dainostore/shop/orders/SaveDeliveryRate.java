package com.dainostore.shop.orders;

import com.dainostore.shop.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way to deliver as it shall be.
 *
 * @param freeFrom the value of the goods from which on it is free, or null where it never is
 * @param countries where to, by ISO 3166-1 alpha-2 codes; none: everywhere
 * @param position its place in the list of choices
 */
public record SaveDeliveryRate(
        String name, Money amount, @Nullable Money freeFrom, List<String> countries, int position) {
    public SaveDeliveryRate {
        countries = List.copyOf(countries);
    }
}
