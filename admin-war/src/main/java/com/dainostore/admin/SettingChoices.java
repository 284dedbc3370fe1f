package com.dainostore.admin;

import com.dainostore.admin.SettingField.Choice;
import com.dainostore.tenancy.configuration.Kind;
import com.dainostore.tenancy.configuration.Setting;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The values that a setting offers in a form, with words for them. */
final class SettingChoices {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("metric", "Metric (metre, litre)"),
            Map.entry("imperial", "Imperial (inch, gallon)"),
            Map.entry("kg", "Kilograms"),
            Map.entry("g", "Grams"),
            Map.entry("lb", "Pounds"),
            Map.entry("oz", "Ounces"),
            Map.entry("yes", "Yes"),
            Map.entry("no", "No"),
            Map.entry("sans", "Plain"),
            Map.entry("serif", "With serifs"),
            Map.entry("rounded", "Rounded"),
            Map.entry("mono", "Typewriter"));

    /** Regions that people live in; the others are aliases and fixed offsets. */
    private static final String PLACES =
            "(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+";

    private SettingChoices() {}

    /** None where any text can be meant; what is chosen already is among them in any case. */
    static List<Choice> of(Setting setting, String chosen) {
        List<Choice> all = all(setting);
        boolean missing = !all.isEmpty()
                && all.stream().noneMatch(choice -> choice.value().equals(chosen));
        return missing
                ? Stream.concat(Stream.of(new Choice(chosen, chosen)), all.stream())
                        .toList()
                : all;
    }

    private static List<Choice> all(Setting setting) {
        return switch (setting.kind()) {
            case CURRENCY -> currencies();
            case LANGUAGE -> languages();
            case TIME_ZONE -> timeZones();
            default -> listed(setting);
        };
    }

    private static List<Choice> listed(Setting setting) {
        Kind kind = setting.kind();
        Stream<Choice> listed =
                kind.choices().stream().map(value -> new Choice(value, WORDS.getOrDefault(value, value)));
        return kind.choices().isEmpty() || !setting.otherwise().isEmpty()
                ? listed.toList()
                : Stream.concat(Stream.of(new Choice("", "As it suits the shop")), listed)
                        .toList();
    }

    private static List<Choice> currencies() {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .map(currency -> new Choice(
                        currency.getCurrencyCode(),
                        currency.getCurrencyCode() + " · " + currency.getDisplayName(Locale.ENGLISH)))
                .sorted(Comparator.comparing(Choice::value))
                .toList();
    }

    /** Languages, also as they are written in some country; not every script and variant. */
    private static List<Choice> languages() {
        return Stream.of(Locale.getAvailableLocales())
                .filter(locale -> locale.getLanguage().length() == 2
                        && locale.getScript().isEmpty()
                        && locale.getVariant().isEmpty()
                        && !locale.hasExtensions())
                .map(locale -> new Choice(locale.toLanguageTag(), locale.getDisplayName(Locale.ENGLISH)))
                .distinct()
                .sorted(Comparator.comparing(Choice::label))
                .toList();
    }

    private static List<Choice> timeZones() {
        return Stream.concat(
                        Stream.of(new Choice("UTC", "UTC")),
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(zone -> zone.matches(PLACES))
                                .sorted()
                                .map(zone -> new Choice(zone, zone.replace('_', ' '))))
                .toList();
    }
}
