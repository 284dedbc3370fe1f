package com.dainostore.shop.catalog;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What must be true of a product's own fields: names, a type, and a value in the form of that type. */
final class MetafieldRules {
    /** Looked for once: it would be looked for in all archives at each call. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final int MAX_VALUE = 65_535;
    private static final String LIST = "list.";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_$:.-]{1,64}");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9_.]{1,64}");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");

    private final TextRules texts;

    MetafieldRules(TextRules texts) {
        this.texts = texts;
    }

    void check(List<Metafield> fields) {
        texts.atMost("metafields", fields, SaveProduct.MAX_METAFIELDS);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            String at = "metafields[" + i + "]";
            check(at, fields.get(i));
            if (!names.add(fields.get(i).name())) {
                texts.add(at + ".key", "Another field has this name already.");
            }
        }
    }

    private void check(String at, Metafield field) {
        if (!NAME.matcher(field.namespace()).matches() || field.namespace().contains(".")) {
            texts.add(at + ".namespace", "Use up to 64 letters, digits, hyphens and underscores.");
        }
        if (!NAME.matcher(field.key()).matches()) {
            texts.add(at + ".key", "Use up to 64 letters, digits, hyphens and underscores.");
        }
        if (!TYPE.matcher(field.type()).matches()) {
            texts.add(at + ".type", "Use a type such as single_line_text_field, number_integer or boolean.");
        }
        texts.text(at + ".value", field.value(), MAX_VALUE);
        if (field.value().isBlank()) {
            texts.add(at + ".value", "Leave out empty fields.");
        } else {
            checkValue(at + ".value", field);
        }
    }

    private void checkValue(String at, Metafield field) {
        String type = field.type();
        if (!type.startsWith(LIST)) {
            checkValue(at, type, field.value());
            return;
        }
        JsonValue list = json(field.value());
        if (list instanceof JsonArray array) {
            array.forEach(value -> checkValue(
                    at,
                    type.substring(LIST.length()),
                    value instanceof JsonString text ? text.getString() : value.toString()));
        } else {
            texts.add(at, "Use a list, as [\"one\", \"two\"].");
        }
    }

    private void checkValue(String at, String type, String value) {
        switch (type) {
            case "single_line_text_field", "single_line_text" ->
                must(at, value.lines().count() <= 1, "Use a single line.");
            case "number_integer" -> must(at, WHOLE.matcher(value).matches(), "Use a whole number.");
            case "number_decimal" -> must(at, DECIMAL.matcher(value).matches(), "Use a number, as 12.5.");
            case "boolean" -> must(at, value.equals("true") || value.equals("false"), "Use true or false.");
            case "date" -> must(at, isDate(value), "Use a date, as 2026-05-31.");
            case "date_time" -> must(at, isTime(value), "Use a time, as 2026-05-31T12:00:00Z.");
            case "url" -> must(at, isAddress(value), "Use an address that begins with https://, http:// or mailto:.");
            case "json" -> must(at, json(value) != JsonValue.NULL, "Use JSON.");
            default -> {
                // Whatever else Shopify calls a type is kept as text.
            }
        }
    }

    private void must(String at, boolean fits, String otherwise) {
        if (!fits) {
            texts.add(at, otherwise);
        }
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isTime(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    static boolean isAddress(String text) {
        try {
            String scheme = URI.create(text).getScheme();
            return scheme != null && Set.of("http", "https", "mailto").contains(scheme);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** NULL where it is none. */
    private static JsonValue json(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readValue();
        } catch (JsonException | IllegalStateException e) {
            return JsonValue.NULL;
        }
    }
}
