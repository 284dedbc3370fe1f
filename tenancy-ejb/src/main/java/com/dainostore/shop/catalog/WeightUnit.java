package com.dainostore.shop.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In what a weight is shown; it is always kept in grams. */
public enum WeightUnit {
    G("1"),
    KG("1000"),
    LB("453.59237"),
    OZ("28.349523125");

    private final BigDecimal grams;

    WeightUnit(String grams) {
        this.grams = new BigDecimal(grams);
    }

    /** So many grams in this unit, to thousandths. */
    public BigDecimal of(int amount) {
        return BigDecimal.valueOf(amount).divide(grams, 3, RoundingMode.HALF_UP);
    }

    /** So much of this unit in whole grams. */
    public BigDecimal grams(BigDecimal amount) {
        return amount.multiply(grams).setScale(0, RoundingMode.HALF_UP);
    }

    /** The name in the database and in answers: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<WeightUnit> ofCode(String code) {
        return Arrays.stream(values()).filter(unit -> unit.code().equals(code)).findFirst();
    }
}
