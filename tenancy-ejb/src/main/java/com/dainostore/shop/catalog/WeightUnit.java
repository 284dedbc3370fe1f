package com.dainostore.shop.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In what a weight is shown; it is always kept in grams. */
public enum WeightUnit {
    G,
    KG,
    LB,
    OZ;

    /** The name in the database and in answers: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<WeightUnit> ofCode(String code) {
        return Arrays.stream(values()).filter(unit -> unit.code().equals(code)).findFirst();
    }
}
