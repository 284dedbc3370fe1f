package com.dainostore.tenancy.audit;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an action changed: each field with its value before and after, {@code {"title":{"before":"A","after":"B"}}}. Values
 * are texts, whole numbers, booleans, enums and lists of those; long texts are cut. It takes no secret: neither bytes nor
 * characters, and no field that is called like one; of those it says {@link #secret} that they were changed, not to what.
 * Immutable; each method gives a new one.
 */
public final class Changes {
    /** Looked for once: it would be looked for in all archives at each call. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final Changes NONE = new Changes(Map.of());
    private static final int LONGEST = 500;
    private static final int MOST_ELEMENTS = 50;
    private static final Pattern SECRET = Pattern.compile(
            "password|passphrase|secret|token|hash|credential|recovery|private|otp", Pattern.CASE_INSENSITIVE);

    private final Map<String, JsonObject> fields;

    private Changes(Map<String, JsonObject> fields) {
        this.fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    public static Changes none() {
        return NONE;
    }

    /** Adds a field, unless both values are the same. */
    public Changes set(String field, @Nullable Object before, @Nullable Object after) {
        return Objects.equals(before, after) ? this : with(field, "before", value(before), "after", value(after));
    }

    /** Adds a fact that nothing was before and nothing replaces, such as the reason of a refusal. */
    public Changes say(String field, Object value) {
        return with(field, "after", value(value));
    }

    /** Says that a secret was changed, and nothing of it. */
    public Changes secret(String field) {
        return put(
                field, JSON.createObjectBuilder().add("changed", JsonValue.TRUE).build());
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    private Changes with(String field, Object... sides) {
        if (SECRET.matcher(field).find()) {
            throw new IllegalArgumentException("The audit log takes no values of " + field + ": say secret");
        }
        JsonObjectBuilder change = JSON.createObjectBuilder();
        for (int i = 0; i < sides.length; i += 2) {
            change.add((String) sides[i], (JsonValue) sides[i + 1]);
        }
        return put(field, change.build());
    }

    private Changes put(String field, JsonObject change) {
        Map<String, JsonObject> more = new TreeMap<>(fields);
        more.put(field, change);
        return new Changes(more);
    }

    private static JsonValue value(@Nullable Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof CharSequence text) {
            return JSON.createValue(storable(text.toString()));
        }
        if (value instanceof Long || value instanceof Integer) {
            return JSON.createValue(((Number) value).longValue());
        }
        if (value instanceof Boolean truth) {
            return truth ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Enum<?> constant) {
            return JSON.createValue(constant.name().toLowerCase(Locale.ROOT));
        }
        if (value instanceof Collection<?> list) {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            list.stream().limit(MOST_ELEMENTS).forEach(element -> array.add(value(element)));
            return array.build();
        }
        throw new IllegalArgumentException(
                "The audit log takes no " + value.getClass().getName());
    }

    /** As PostgreSQL gives it back: without NUL and halves of characters; not longer than a reader wants. */
    static String storable(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }

    /** What a row holds: any JSON object, read in whatever order it comes. */
    static JsonObject parse(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return canonical(reader.readObject());
        }
    }

    /** With sorted names, so that the same changes are the same text wherever they were kept. */
    JsonObject json() {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        fields.forEach((field, change) -> object.add(field, canonical(change)));
        return object.build();
    }

    private static JsonObject canonical(JsonObject object) {
        JsonObjectBuilder sorted = JSON.createObjectBuilder();
        new TreeMap<>(object).forEach((name, value) -> sorted.add(name, canonical(value)));
        return sorted.build();
    }

    private static JsonValue canonical(JsonValue value) {
        if (value instanceof JsonObject object) {
            return canonical(object);
        }
        if (value instanceof JsonArray array) {
            JsonArrayBuilder elements = JSON.createArrayBuilder();
            array.forEach(element -> elements.add(canonical(element)));
            return elements.build();
        }
        return value;
    }

    @Override
    public String toString() {
        return json().toString();
    }
}
