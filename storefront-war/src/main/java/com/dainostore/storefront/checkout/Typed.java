package com.dainostore.storefront.checkout;

import com.dainostore.tenancy.scope.ValidationException.FieldError;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands in the fields of a form, and what is wrong with it. */
public record Typed(Map<String, String> values, List<FieldError> errors) {
    public Typed {
        values = Map.copyOf(values);
        errors = List.copyOf(errors);
    }

    static Typed of(Map<String, String> values) {
        return new Typed(values, List.of());
    }

    /** All that was sent. */
    static Typed sent(HttpServletRequest request) {
        Map<String, String> values = new HashMap<>();
        for (String name : Collections.list(request.getParameterNames())) {
            values.put(name, request.getParameter(name));
        }
        return of(values);
    }

    Typed with(List<FieldError> wrong) {
        return new Typed(values, wrong);
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean is(String name, String value) {
        return value(name).equals(value);
    }

    /** What is wrong with that field, or null. */
    public @Nullable String error(String name) {
        return errors.stream()
                .filter(error -> error.field().equals(name))
                .map(FieldError::message)
                .findFirst()
                .orElse(null);
    }

    /** The id of the field on the page. */
    public static String id(String name) {
        return "f-" + name.replace('.', '-');
    }

    /** What the list of all errors calls this one. */
    public static String summary(FieldError error) {
        return error.field().startsWith("billing.") ? "Billing address: " + error.message() : error.message();
    }
}
