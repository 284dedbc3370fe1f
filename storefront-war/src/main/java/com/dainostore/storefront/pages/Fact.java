package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.Handling;
import com.dainostore.shop.catalog.Metafield;
import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.VariantView;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table of details.
 *
 * @param href where the value leads, or null
 */
public record Fact(String name, String value, @Nullable String href) {
    /** Made once: {@link Json} would look for its provider in all archives at each call. */
    private static final JsonReaderFactory JSON = Json.createReaderFactory(Map.of());

    /** Fields of other namespaces belong to other programs. */
    private static final Set<String> SHOWN =
            Set.of("custom", "descriptors", "details", "facts", "my_fields", "shopify", "specs");

    private static final String LIST = "list.";

    static List<Fact> of(ProductView product, VariantView chosen, Locale locale) {
        Stream<Fact> own =
                product.metafields().stream().map(field -> of(field, locale)).flatMap(Optional::stream);
        Stream<Fact> usual = Stream.of(
                new Fact("Brand", product.vendor(), null),
                new Fact("Type", product.type(), null),
                new Fact("Weight", weight(chosen.handling(), locale), null),
                new Fact("Article number", Objects.requireNonNullElse(chosen.sku(), ""), null));
        return Stream.concat(usual, own).filter(fact -> !fact.value().isBlank()).toList();
    }

    /** The weight in the unit that the merchant chose; empty where nobody has weighed it. */
    static String weight(Handling handling, Locale locale) {
        if (handling.weightGrams() == 0) {
            return "";
        }
        NumberFormat numbers = NumberFormat.getNumberInstance(locale);
        numbers.setMaximumFractionDigits(2);
        return numbers.format(handling.weightUnit().of(handling.weightGrams())) + "\u00a0"
                + handling.weightUnit().code();
    }

    /** Empty for a field that only programs understand. */
    private static Optional<Fact> of(Metafield field, Locale locale) {
        boolean forPrograms = field.value().startsWith("{") || field.value().startsWith("gid:");
        if (!SHOWN.contains(field.namespace()) || forPrograms) {
            return Optional.empty();
        }
        if (field.type().startsWith(LIST)) {
            return Optional.of(new Fact(name(field.key()), list(field.value()), null));
        }
        return switch (field.type()) {
            case "boolean" ->
                Optional.of(new Fact(name(field.key()), field.value().equals("true") ? "Yes" : "No", null));
            case "date" -> Optional.of(new Fact(name(field.key()), date(field.value(), locale), null));
            case "url" -> Optional.of(new Fact(name(field.key()), field.value(), field.value()));
            case "json" -> Optional.empty();
            default -> Optional.of(new Fact(name(field.key()), field.value(), null));
        };
    }

    /** {@code care_guide} reads Care guide. */
    private static String name(String key) {
        String words = key.replaceAll("[_.-]+", " ").strip();
        return words.isEmpty() ? key : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String date(String value, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(LocalDate.parse(value));
    }

    private static String list(String value) {
        try (JsonReader reader = JSON.createReader(new StringReader(value))) {
            return reader.readArray().stream()
                    .map(entry -> entry instanceof JsonString text ? text.getString() : entry.toString())
                    .filter(text -> !text.startsWith("gid:"))
                    .collect(Collectors.joining(", "));
        }
    }
}
