package com.dainostore.tenancy.scope;

import java.util.List;

/** Input that cannot be accepted, with one entry per field. */
public final class ValidationException extends Refusal {
    private static final long serialVersionUID = 1L;

    /** @param field the name as it was sent, with its way to it: {@code variants[0].price.amount} */
    public record FieldError(String field, String message) implements java.io.Serializable {}

    private final List<FieldError> errors;

    public ValidationException(List<FieldError> errors) {
        super("validation", 422, "Some fields need another value.");
        this.errors = List.copyOf(errors);
    }

    public ValidationException(String field, String message) {
        this(List.of(new FieldError(field, message)));
    }

    public List<FieldError> errors() {
        return errors;
    }
}
