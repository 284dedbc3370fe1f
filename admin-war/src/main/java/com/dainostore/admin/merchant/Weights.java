package com.dainostore.admin.merchant;

import com.dainostore.shop.catalog.Handling;
import com.dainostore.shop.catalog.WeightUnit;
import java.math.BigDecimal;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Weights as forms hold them: an amount of a unit, typed with a point or a comma. */
final class Weights {
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,7}([.,][0-9]{1,6})?");

    private Weights() {}

    /** Empty where nobody has weighed it. */
    static String text(Handling handling) {
        return handling.weightGrams() == 0
                ? ""
                : handling.weightUnit()
                        .of(handling.weightGrams())
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /** Empty where the text is no weight; nothing typed weighs nothing. */
    static OptionalInt grams(String text, WeightUnit unit) {
        String plain = text.strip();
        if (plain.isEmpty()) {
            return OptionalInt.of(0);
        }
        if (!AMOUNT.matcher(plain).matches()) {
            return OptionalInt.empty();
        }
        BigDecimal grams = unit.grams(new BigDecimal(plain.replace(',', '.')));
        return grams.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0
                ? OptionalInt.empty()
                : OptionalInt.of(grams.intValue());
    }
}
