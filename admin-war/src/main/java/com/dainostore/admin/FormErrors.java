package com.dainostore.admin;

import com.dainostore.tenancy.scope.Refusal;
import com.dainostore.tenancy.scope.ValidationException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is wrong with the form that was sent: beside the fields, and in a summary above them. */
@Named("errors")
@RequestScoped
public class FormErrors {
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<String> others = new ArrayList<>();

    /** One line of the summary: the id of the field it leads to. */
    public record Line(String field, String message) {}

    public boolean isPresent() {
        return !fields.isEmpty() || !others.isEmpty();
    }

    /** What is wrong with a field, or nothing. */
    public @Nullable String of(String field) {
        return fields.get(field);
    }

    public List<Line> getFields() {
        return fields.entrySet().stream()
                .map(field -> new Line(field.getKey(), field.getValue()))
                .toList();
    }

    public List<String> getOthers() {
        return List.copyOf(others);
    }

    /**
     * Does what a form asks for; a refusal becomes words on the page.
     *
     * @param names the fields of the form by the names that refusals use
     * @return where to go on, or {@code null} to show the form again
     */
    public @Nullable String guard(Map<String, String> names, Supplier<String> action) {
        try {
            return action.get();
        } catch (ValidationException e) {
            e.errors().forEach(error -> add(names, error));
        } catch (Refusal e) {
            others.add(String.valueOf(e.getMessage()));
        }
        return null;
    }

    private void add(Map<String, String> names, ValidationException.FieldError error) {
        String field = names.get(error.field());
        if (field == null) {
            others.add(error.message());
        } else {
            fields.putIfAbsent(field, error.message());
        }
    }
}
