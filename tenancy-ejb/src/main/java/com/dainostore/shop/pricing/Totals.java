package com.dainostore.shop.pricing;

import com.dainostore.shop.money.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * What an order comes to. Tax is rounded once, for the order as a whole; the shares of its lines are the steps of that sum, so
 * they add up to it, and each is within one minor unit of what it would be alone. Where anything is taxed, so is delivery.
 *
 * @param goods the prices of all pieces, as the shop shows them
 * @param tax within {@code total}, whether prices hold it or not
 * @param total what is to be paid: goods and delivery, and the tax where prices do not hold it
 * @param shares the tax on each line, in their order
 * @param deliveryShare the tax on the delivery
 */
public record Totals(
        Money goods, Money delivery, Money tax, Money total, List<Money> shares, Money deliveryShare, Tax rate) {
    public Totals {
        shares = List.copyOf(shares);
    }

    /** What is to be paid without its tax. */
    public Money net() {
        return total.minus(tax);
    }

    /** @throws ArithmeticException where the sum is more than a number can hold */
    public static Totals of(List<Item> items, Money delivery, Tax tax) {
        String currency = delivery.currency();
        Money goods = new Money(0, currency);
        BigInteger taxable = BigInteger.ZERO;
        BigInteger taxSoFar = BigInteger.ZERO;
        List<Money> shares = new ArrayList<>();
        for (Item item : items) {
            goods = goods.plus(item.total());
            taxable = taxable.add(item.taxed() ? BigInteger.valueOf(item.total().amount()) : BigInteger.ZERO);
            BigInteger next = tax.on(taxable);
            shares.add(money(next.subtract(taxSoFar), currency));
            taxSoFar = next;
        }
        boolean anyTaxed = items.stream().anyMatch(Item::taxed);
        BigInteger all = anyTaxed ? tax.on(taxable.add(BigInteger.valueOf(delivery.amount()))) : taxSoFar;
        Money due = money(all, currency);
        Money paid = goods.plus(delivery);
        return new Totals(
                goods,
                delivery,
                due,
                tax.included() ? paid : paid.plus(due),
                shares,
                money(all.subtract(taxSoFar), currency),
                tax);
    }

    private static Money money(BigInteger amount, String currency) {
        return new Money(amount.longValueExact(), currency);
    }
}
