package com.dainostore.shop.cart;

import com.dainostore.shop.money.Money;
import java.util.Locale;
import java.util.UUID;

/** What is no longer as the shopper has seen it. It counts already, and is told until it is accepted. */
public sealed interface CartChange {
    UUID line();

    /** What the shopper knew it as. */
    String title();

    /** The name in answers of the API. */
    String kind();

    /** The change in words, with amounts as that language writes them. */
    String text(Locale locale);

    /** It costs more or less. */
    record PriceChanged(UUID line, String title, Money before, Money now) implements CartChange {
        @Override
        public String kind() {
            return "price";
        }

        @Override
        public String text(Locale locale) {
            return "%s costs %s now. It was %s.".formatted(title, now.format(locale), before.format(locale));
        }
    }

    /** Not as many are left as there were. */
    record Fewer(UUID line, String title, int before, int now) implements CartChange {
        @Override
        public String kind() {
            return "quantity";
        }

        @Override
        public String text(Locale locale) {
            return "Of %s only %d can be had. There were %d in your cart.".formatted(title, now, before);
        }
    }

    /** None is left. */
    record SoldOut(UUID line, String title) implements CartChange {
        @Override
        public String kind() {
            return "sold-out";
        }

        @Override
        public String text(Locale locale) {
            return title + " is sold out and no longer in your cart.";
        }
    }

    /** It is not sold any more. */
    record Gone(UUID line, String title) implements CartChange {
        @Override
        public String kind() {
            return "gone";
        }

        @Override
        public String text(Locale locale) {
            return title + " is not sold any more and no longer in your cart.";
        }
    }
}
