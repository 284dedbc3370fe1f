package com.dainostore.admin.merchant;

import com.dainostore.shop.money.Money;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts of money as people type them: {@code 12.50} or {@code 12,50}, without the currency. */
final class Amounts {
    private static final Pattern FORM = Pattern.compile("[0-9]{1,13}([.,][0-9]{1,6})?");

    private Amounts() {}

    static String text(@Nullable Money money) {
        return money == null ? "" : money.toMajor().toPlainString();
    }

    /** The amount, or empty where the text is none, or one that cannot be paid in the currency. */
    static Optional<Money> read(String text, String currency) {
        String plain = text.strip();
        if (!FORM.matcher(plain).matches()) {
            return Optional.empty();
        }
        try {
            BigDecimal amount = new BigDecimal(plain.replace(',', '.')).stripTrailingZeros();
            return Optional.of(Money.of(amount, currency));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** What to write instead. */
    static String example(String currency) {
        return "Use an amount such as " + text(new Money(1250, currency)) + ".";
    }
}
