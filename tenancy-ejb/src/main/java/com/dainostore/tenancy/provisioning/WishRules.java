package com.dainostore.tenancy.provisioning;

import com.dainostore.tenancy.scope.ValidationException.FieldError;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a wish for a store must say, apart from its names. */
final class WishRules {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,190}");
    private static final Pattern WORD = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Set<String> SETTINGS = Set.of("currency", "locale", "timeZone");

    private final List<FieldError> errors = new ArrayList<>();

    private WishRules() {}

    static List<FieldError> check(ProvisionStore wish) {
        WishRules rules = new WishRules();
        rules.demand(
                !wish.name().isBlank()
                        && wish.name().length() <= 120
                        && wish.name().chars().noneMatch(Character::isISOControl),
                "name",
                "Give the store a name of at most 120 letters.");
        rules.demand(WORD.matcher(wish.plan()).matches(), "plan", "Name a plan, like standard.");
        rules.demand(EMAIL.matcher(wish.ownerEmail()).matches(), "admin.email", "Give a valid e-mail address.");
        wish.settings().forEach(rules::setting);
        return rules.errors;
    }

    private void setting(String key, String value) {
        String field = "settings." + key;
        switch (key) {
            case "currency" -> demand(isCurrency(value), field, "Give a currency by its ISO 4217 code, like EUR.");
            case "locale" -> demand(isLocale(value), field, "Give a language by its tag, like en or de-AT.");
            case "timeZone" -> demand(isZone(value), field, "Give a time zone like Europe/Vienna.");
            default -> demand(false, field, "This setting is unknown. Known are " + String.join(", ", SETTINGS) + ".");
        }
    }

    private void demand(boolean holds, String field, String message) {
        if (!holds) {
            errors.add(new FieldError(field, message));
        }
    }

    private static boolean isCurrency(String value) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(value));
    }

    private static boolean isLocale(String value) {
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

    private static boolean isZone(String value) {
        try {
            return !ZoneId.of(value).getId().isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }
}
