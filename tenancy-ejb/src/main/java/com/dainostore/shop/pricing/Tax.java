package com.dainostore.shop.pricing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The one tax rate of a store.
 *
 * @param percent from 0 to 100, with at most three decimals
 * @param included whether prices hold it already; otherwise it comes on top of them
 */
public record Tax(BigDecimal percent, boolean included) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    public static final Tax NONE = new Tax(BigDecimal.ZERO, true);

    public Tax {
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("A tax rate is from 0 to 100 percent");
        }
    }

    public boolean isNone() {
        return percent.signum() == 0;
    }

    /** The tax in or on an amount, rounded half up to the minor unit. */
    BigInteger on(BigInteger amount) {
        BigDecimal whole = included ? HUNDRED.add(percent) : HUNDRED;
        return new BigDecimal(amount)
                .multiply(percent)
                .divide(whole, 0, RoundingMode.HALF_UP)
                .toBigIntegerExact();
    }
}
