package com.dainostore.shop.orders;

import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.scope.ValidationException.FieldError;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with what somebody has typed, each with the name of its field. */
final class Complaints {
    private static final int LONGEST = 120;

    private final List<FieldError> errors = new ArrayList<>();

    void add(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    void required(String field, String text, String otherwise) {
        if (text.isBlank()) {
            add(field, otherwise);
        }
        text(field, text);
    }

    void text(String field, String text) {
        text(field, text, LONGEST);
        if (text.indexOf('\n') >= 0) {
            add(field, "Use one line.");
        }
    }

    void text(String field, String text, int longest) {
        if (text.length() > longest) {
            add(field, "Use at most " + longest + " characters.");
        }
        if (text.codePoints().anyMatch(Complaints::unprintable)) {
            add(field, "Leave out control characters.");
        }
    }

    private static boolean unprintable(int character) {
        int type = Character.getType(character);
        return type == Character.SURROGATE || (type == Character.CONTROL && "\n\r\t".indexOf(character) < 0);
    }

    void check() {
        if (!errors.isEmpty()) {
            throw new ValidationException(errors);
        }
    }
}
