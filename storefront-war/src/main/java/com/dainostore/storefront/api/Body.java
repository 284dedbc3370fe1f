package com.dainostore.storefront.api;

import com.dainostore.shop.money.Money;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.scope.ValidationException.FieldError;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A request's JSON object, read field by field; what does not fit is collected and refused together by {@link #check}, each
 * field by its name and the way to it: {@code variants[0].price.amount}.
 */
public final class Body {
    /** The id of nothing. */
    private static final UUID NOTHING = new UUID(0, 0);

    private final JsonObject json;
    private final String path;
    private final List<FieldError> errors;

    /** @param json null where the request has no body, which is read as an empty object */
    public Body(@Nullable JsonObject json) {
        this(json == null ? JsonValue.EMPTY_JSON_OBJECT : json, "", new ArrayList<>());
    }

    private Body(JsonObject json, String path, List<FieldError> errors) {
        this.json = json;
        this.path = path;
        this.errors = errors;
    }

    /** A text that must be there. */
    public String text(String field) {
        if (!has(field)) {
            refuse(field, "This field is needed.");
        }
        return optionalText(field).orElse("");
    }

    public Optional<String> optionalText(String field) {
        JsonValue value = value(field);
        if (value instanceof JsonString text) {
            return Optional.of(text.getString());
        }
        if (value != JsonValue.NULL) {
            refuse(field, "This must be a text.");
        }
        return Optional.empty();
    }

    /** The object in a field, empty where there is none. */
    public Body object(String field) {
        JsonValue value = value(field);
        if (value instanceof JsonObject object) {
            return new Body(object, path + field + ".", errors);
        }
        if (value != JsonValue.NULL) {
            refuse(field, "This must be an object.");
        }
        return new Body(JsonValue.EMPTY_JSON_OBJECT, path + field + ".", errors);
    }

    /** All fields of this object, each of which must be a text. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        json.keySet().forEach(field -> optionalText(field).ifPresent(text -> texts.put(field, text)));
        return texts;
    }

    public Set<String> words(String field) {
        Set<String> words = new LinkedHashSet<>();
        JsonValue value = value(field);
        if (value instanceof JsonArray array && array.stream().allMatch(JsonString.class::isInstance)) {
            array.getValuesAs(JsonString.class).forEach(word -> words.add(word.getString()));
        } else if (value != JsonValue.NULL) {
            refuse(field, "This must be a list of texts.");
        }
        return words;
    }

    public Optional<Duration> seconds(String field) {
        JsonValue value = value(field);
        if (value instanceof JsonNumber number && number.isIntegral() && number.longValue() > 0) {
            return Optional.of(Duration.ofSeconds(number.longValue()));
        }
        if (value != JsonValue.NULL) {
            refuse(field, "This must be a number of seconds.");
        }
        return Optional.empty();
    }

    private JsonValue value(String field) {
        return json.getOrDefault(field, JsonValue.NULL);
    }

    /** The texts in a list, empty where there is none. */
    public List<String> list(String field) {
        return entries(field, JsonString.class, "a text").stream()
                .map(JsonString::getString)
                .toList();
    }

    /** The objects in a list, empty where there is none. */
    public List<Body> objects(String field) {
        List<JsonObject> objects = entries(field, JsonObject.class, "an object");
        return IntStream.range(0, objects.size())
                .mapToObj(i -> new Body(objects.get(i), path + field + "[" + i + "].", errors))
                .toList();
    }

    private <T extends JsonValue> List<T> entries(String field, Class<T> type, String name) {
        JsonValue value = value(field);
        if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (!type.isInstance(array.get(i))) {
                    refuse(field + "[" + i + "]", "This must be " + name + ".");
                }
            }
            return array.stream().filter(type::isInstance).map(type::cast).toList();
        }
        if (value != JsonValue.NULL) {
            refuse(field, "This must be a list.");
        }
        return List.of();
    }

    /** Whether the field is there and not null. */
    public boolean has(String field) {
        return value(field) != JsonValue.NULL;
    }

    /** A whole number that must be there. */
    public long whole(String field) {
        if (!has(field)) {
            refuse(field, "This field is needed.");
        }
        return optionalWhole(field).orElse(0);
    }

    /** A whole number, empty where there is none. */
    public OptionalLong optionalWhole(String field) {
        if (value(field) instanceof JsonNumber number
                && number.isIntegral()
                && number.bigIntegerValue().bitLength() < Long.SIZE) {
            return OptionalLong.of(number.longValue());
        }
        if (has(field)) {
            refuse(field, "This must be a whole number.");
        }
        return OptionalLong.empty();
    }

    /** A whole number that must be there and is no larger than such numbers are. */
    public int count(String field) {
        long number = whole(field);
        if (number != (int) number) {
            refuse(field, "Use a smaller number.");
        }
        return (int) number;
    }

    /** The id of something, which must be there. */
    public UUID id(String field) {
        return optionalId(field).orElseGet(() -> {
            if (!has(field)) {
                refuse(field, "This field is needed.");
            }
            return NOTHING;
        });
    }

    public Optional<UUID> optionalId(String field) {
        try {
            return optionalText(field).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            refuse(field, "This shop has nothing with this id.");
            return Optional.empty();
        }
    }

    /** An amount {@code {amount, currency}}, empty where there is none. */
    public Optional<Money> money(String field) {
        if (!has(field)) {
            return Optional.empty();
        }
        Body money = object(field);
        long amount = money.whole("amount");
        String currency = money.text("currency");
        try {
            return Optional.of(new Money(amount, currency));
        } catch (IllegalArgumentException e) {
            money.refuse("currency", "Use the code of a currency, as EUR.");
            return Optional.empty();
        }
    }

    /** True or false, empty where there is neither. */
    public Optional<Boolean> optionalTruth(String field) {
        JsonValue value = value(field);
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
            return Optional.of(value == JsonValue.TRUE);
        }
        if (value != JsonValue.NULL) {
            refuse(field, "Use true or false.");
        }
        return Optional.empty();
    }

    /** Says that the value of a field is no good. */
    public void refuse(String field, String message) {
        errors.add(new FieldError(path + field, message));
    }

    /** Refuses the request if anything in it did not fit. */
    public void check() {
        if (!errors.isEmpty()) {
            throw new ValidationException(errors);
        }
    }
}
