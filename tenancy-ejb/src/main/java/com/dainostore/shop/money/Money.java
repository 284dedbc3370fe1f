package com.dainostore.shop.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/**
 * An amount in the minor unit of its currency: 1250 EUR is 12.50 euros, 1250 JPY is 1250 yen, 1250 KWD is 1.250 dinars.
 * Amounts of two currencies never mix, and an amount that no longer fits is an error, never another amount.
 *
 * @param amount minor units, as many decimals as ISO 4217 gives the currency
 * @param currency an ISO 4217 code in capitals
 */
public record Money(long amount, String currency) implements Comparable<Money> {

    /** @throws IllegalArgumentException where ISO 4217 knows no such currency or gives it no minor unit (gold, ...) */
    public Money {
        if (Currency.getInstance(currency).getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("Not a currency that prices can have: " + currency);
        }
    }

    /** The amount that a person writes as {@code 12.50}, without rounding. */
    public static Money of(BigDecimal major, String currency) {
        int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
        return new Money(major.movePointRight(Math.max(decimals, 0)).longValueExact(), currency);
    }

    /** The number of decimals of the currency: 2 for EUR, 0 for JPY, 3 for KWD. */
    public int decimals() {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }

    /** The amount in the major unit, with the decimals of its currency. */
    public BigDecimal toMajor() {
        return BigDecimal.valueOf(amount, decimals());
    }

    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(Math.addExact(amount, other.amount), currency);
    }

    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(Math.subtractExact(amount, other.amount), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(amount, factor), currency);
    }

    /**
     * What this amount is worth in another currency, rounded half up to what can be paid in it: 1.005 is 1.01.
     *
     * @param rate how much of the other currency one major unit of this one is worth
     */
    public Money at(BigDecimal rate, String other) {
        int digits = Currency.getInstance(other).getDefaultFractionDigits();
        return of(toMajor().multiply(rate).setScale(Math.max(digits, 0), RoundingMode.HALF_UP), other);
    }

    /** The amount as people of that language write it, always with the decimals of its currency. */
    public String format(Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(currency));
        format.setMinimumFractionDigits(decimals());
        format.setMaximumFractionDigits(decimals());
        format.setRoundingMode(RoundingMode.UNNECESSARY);
        return format.format(toMajor());
    }

    /** By amount; amounts of two currencies have no order. */
    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return Long.compare(amount, other.amount);
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "Amounts in " + currency + " and in " + other.currency + " cannot be combined");
        }
    }
}
