package com.dainostore.storefront.checkout;

import com.dainostore.shop.money.Money;
import com.dainostore.shop.orders.CheckoutView;
import com.dainostore.shop.orders.OrderView;
import com.dainostore.shop.pricing.Totals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What something comes to, line by line and in words.
 *
 * @param label what the total is of
 * @param note the tax that the total holds, or null where it holds none
 */
public record Sums(
        List<Sum> parts,
        String label,
        String total,
        @Nullable String note) {
    public Sums {
        parts = List.copyOf(parts);
    }

    /** One line. */
    public record Sum(String name, String amount) {}

    static Sums of(CheckoutView checkout, Locale locale) {
        Totals totals = checkout.totals();
        boolean open = checkout.cart().needsDelivery() && checkout.delivery().isEmpty();
        String delivery = checkout.delivery().map(CheckoutView.Option::name).orElse("");
        return of(
                new Parts(
                        totals.goods(),
                        delivery,
                        totals.delivery(),
                        totals.tax(),
                        totals.total(),
                        totals.rate().percent(),
                        totals.rate().included()),
                open,
                locale);
    }

    static Sums of(OrderView order, Locale locale) {
        OrderView.Sums sums = order.sums();
        return of(
                new Parts(
                        sums.goods(),
                        order.delivery(),
                        sums.delivery(),
                        sums.tax(),
                        sums.total(),
                        sums.percent(),
                        sums.included()),
                false,
                locale);
    }

    private record Parts(
            Money goods, String way, Money delivery, Money tax, Money total, BigDecimal percent, boolean included) {}

    private static Sums of(Parts parts, boolean open, Locale locale) {
        String tax = parts.percent().stripTrailingZeros().toPlainString() + " % tax";
        String amount = parts.tax().format(locale);
        List<Sum> sums = new ArrayList<>();
        sums.add(new Sum("Goods", parts.goods().format(locale)));
        if (open) {
            sums.add(new Sum("Delivery", "Not chosen yet"));
        } else if (!parts.way().isEmpty()) {
            sums.add(new Sum("Delivery: " + parts.way(), price(parts.delivery(), locale)));
        }
        if (!parts.included() && parts.tax().amount() > 0) {
            sums.add(new Sum(tax, amount));
        }
        return new Sums(
                sums,
                open ? "Total before delivery" : "Total",
                parts.total().format(locale),
                parts.included() && parts.tax().amount() > 0 ? "Includes " + tax + ": " + amount : null);
    }

    /** A price for which nothing is a word. */
    static String price(Money price, Locale locale) {
        return price.amount() == 0 ? "Free" : price.format(locale);
    }
}
