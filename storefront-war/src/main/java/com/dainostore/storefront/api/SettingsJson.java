package com.dainostore.storefront.api;

import com.dainostore.tenancy.configuration.FlagState;
import com.dainostore.tenancy.configuration.Setting;
import com.dainostore.tenancy.configuration.SettingValues;
import com.dainostore.tenancy.configuration.SettingsChangedException;
import com.dainostore.tenancy.scope.ValidationException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings and flags as JSON: all keys with the values that hold, texts throughout. */
public final class SettingsJson {
    private SettingsJson() {}

    /** All settings, with their version as an entity tag. */
    public static Response answer(SettingValues values) {
        JsonObjectBuilder json = Parts.object();
        for (Setting setting : Setting.values()) {
            json.add(setting.key(), values.get(setting));
        }
        return Response.ok(json.build())
                .tag(new EntityTag(Long.toString(values.version())))
                .build();
    }

    /** What a request wants to change; null means the default. */
    public static Map<String, String> wanted(@Nullable JsonObject body) {
        Map<String, String> wanted = new LinkedHashMap<>();
        List<ValidationException.FieldError> errors = new ArrayList<>();
        (body == null ? JsonValue.EMPTY_JSON_OBJECT : body).forEach((key, value) -> {
            if (value instanceof JsonString text) {
                wanted.put(key, text.getString());
            } else if (value == JsonValue.NULL) {
                wanted.put(key, Setting.ofKey(key).map(Setting::otherwise).orElse(""));
            } else {
                errors.add(new ValidationException.FieldError(key, "This must be a text."));
            }
        });
        if (!errors.isEmpty()) {
            throw new ValidationException(errors);
        }
        return wanted;
    }

    /** The version that {@code If-Match} names, or null where any will do; a tag that was never given matches nothing. */
    public static @Nullable Long expected(@Nullable String ifMatch) {
        return Versions.expected(ifMatch, SettingsChangedException::new);
    }

    /** {@code {"multiCurrency": {"on": true, "own": null}, ...}}; {@code own} is null where the store goes with the platform. */
    public static JsonObject flags(List<FlagState> states) {
        JsonObjectBuilder json = Parts.object();
        states.forEach(state -> {
            JsonObjectBuilder one = Parts.object().add("on", state.on());
            state.own().ifPresentOrElse(own -> one.add("own", own), () -> one.addNull("own"));
            json.add(state.flag().key(), one);
        });
        return json.build();
    }
}
