package com.dainostore.tenancy.configuration;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The types that a {@link Setting} can have: what its values look like, and the words for a value that does not. */
public enum Kind {
    LINE("Use one line without control characters.", value -> printable(value) && !value.contains("\n")),
    TEXT("Use text without control characters.", Kind::printable),
    EMAIL("Give a valid e-mail address.", matching("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,190}")),
    PHONE("Give a phone number: digits, spaces, and + ( ) / - between them.", matching("\\+?[0-9 ()/-]{3,40}")),
    CURRENCY("Give a currency by its ISO 4217 code, like EUR.", Kind::isCurrency),
    LANGUAGE("Give a language by its tag, like en or de-AT.", Kind::isLanguage),
    TIME_ZONE("Give a time zone like Europe/Vienna.", Kind::isTimeZone),
    COLOUR("Give a colour as #rrggbb.", Rgb::isOne),
    GROUND(
            "Give a colour as #rrggbb that is light or dark: on one between, no text can be read.",
            value -> Rgb.isOne(value) && Rgb.parse(value).carriesText()),
    PICTURE(
            "Choose one of the shop's pictures: its address after /media/.",
            matching("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/[a-z0-9.-]{1,200}")),
    PIXELS("Use a whole number from 0 to 24.", matching("[0-9]|1[0-9]|2[0-4]")),
    RATES(
            "Give one currency a line with its rate, like USD 1.0832: at most 10, each once, rates above 0.",
            ExchangeRates::isWritten),
    PERCENT(
            "Give a percentage from 0 to 100 with at most three decimals, like 8.875.",
            matching("(100(\\.0{1,3})?|[0-9]{1,2}(\\.[0-9]{1,3})?)")),
    PREFIX("Use at most 12 letters, digits, spaces and # . / -", matching("[\\p{L}0-9 #./-]{0,12}")),
    YES_OR_NO(List.of("yes", "no")),
    UNITS(List.of("metric", "imperial")),
    WEIGHT(List.of("kg", "g", "lb", "oz")),
    FONT(List.of("sans", "serif", "rounded", "mono"));

    private final String objection;

    @SuppressWarnings("ImmutableEnumChecker") // has no state
    private final Predicate<String> fits;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> choices;

    Kind(String objection, Predicate<String> fits) {
        this.objection = objection;
        this.fits = fits;
        this.choices = List.of();
    }

    Kind(List<String> choices) {
        this.objection = "Use one of " + String.join(", ", choices) + ".";
        this.fits = choices::contains;
        this.choices = choices;
    }

    /** All values that there are; none where they cannot be counted up. */
    public List<String> choices() {
        return choices;
    }

    boolean fits(String value) {
        return fits.test(value);
    }

    String objection() {
        return objection;
    }

    private static Predicate<String> matching(String form) {
        return Pattern.compile(form).asMatchPredicate();
    }

    private static boolean printable(String value) {
        return value.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n');
    }

    static boolean isCurrency(String value) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency ->
                        currency.getCurrencyCode().equals(value) && currency.getDefaultFractionDigits() >= 0);
    }

    private static boolean isLanguage(String value) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(value)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private static boolean isTimeZone(String value) {
        try {
            return !ZoneId.of(value).getId().isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }
}
