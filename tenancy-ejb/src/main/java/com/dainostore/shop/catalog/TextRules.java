package com.dainostore.shop.catalog;

import com.dainostore.tenancy.scope.ValidationException.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must be true of the texts of the catalog, and everything that was found to be wrong, each with the name of its field. */
final class TextRules {
    static final int MAX_TEXT = 255;
    static final int MAX_DESCRIPTION = 200_000;

    private final List<FieldError> errors = new ArrayList<>();

    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    void add(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    void handle(@Nullable String handle) {
        if (handle != null && !Handles.valid(handle)) {
            add(
                    "handle",
                    "Use up to " + Handles.MAX_LENGTH + " lower-case letters and digits, in words joined by hyphens.");
        }
    }

    void atMost(String field, List<?> list, int max) {
        if (list.size() > max) {
            add(field, "Use at most " + max + ".");
        }
    }

    void required(String field, String text, String otherwise) {
        if (text.isBlank()) {
            add(field, otherwise);
        }
        text(field, text, MAX_TEXT);
    }

    void text(String field, @Nullable String text, int max) {
        if (text == null) {
            return;
        }
        if (text.length() > max) {
            add(field, "Use at most " + max + " characters.");
        }
        if (!text.codePoints().allMatch(TextRules::printable)) {
            add(field, "Leave out control characters.");
        }
    }

    /** Whether neither a database nor a terminal stumbles over it. */
    static boolean printable(int character) {
        int type = Character.getType(character);
        return type != Character.SURROGATE && (type != Character.CONTROL || "\n\r\t".indexOf(character) >= 0);
    }
}
