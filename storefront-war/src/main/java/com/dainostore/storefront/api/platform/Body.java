package com.dainostore.storefront.api.platform;

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
import java.util.Set;

/** A request's JSON object, read field by field; what does not fit is collected and refused together by {@link #check}. */
final class Body {
    private final JsonObject json;
    private final String path;
    private final List<FieldError> errors;

    Body(JsonObject json) {
        this(json, "", new ArrayList<>());
    }

    private Body(JsonObject json, String path, List<FieldError> errors) {
        this.json = json == null ? JsonValue.EMPTY_JSON_OBJECT : json;
        this.path = path;
        this.errors = errors;
    }

    /** A text that must be there. */
    String text(String field) {
        Optional<String> text = optionalText(field);
        if (text.isEmpty()) {
            refuse(field, "This field is needed.");
        }
        return text.orElse("");
    }

    Optional<String> optionalText(String field) {
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
    Body object(String field) {
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
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        json.keySet().forEach(field -> optionalText(field).ifPresent(text -> texts.put(field, text)));
        return texts;
    }

    Set<String> words(String field) {
        Set<String> words = new LinkedHashSet<>();
        JsonValue value = value(field);
        if (value instanceof JsonArray array && array.stream().allMatch(JsonString.class::isInstance)) {
            array.getValuesAs(JsonString.class).forEach(word -> words.add(word.getString()));
        } else if (value != JsonValue.NULL) {
            refuse(field, "This must be a list of texts.");
        }
        return words;
    }

    Optional<Duration> seconds(String field) {
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

    private void refuse(String field, String message) {
        errors.add(new FieldError(path + field, message));
    }

    /** Refuses the request if anything in it did not fit. */
    void check() {
        if (!errors.isEmpty()) {
            throw new ValidationException(errors);
        }
    }
}
