package com.dainostore.storefront.api;

import com.dainostore.tenancy.scope.Refusal;

/** The body of a request is no JSON, or not of the shape that the resource reads. */
final class MalformedBodyException extends Refusal {
    private static final long serialVersionUID = 1L;

    MalformedBodyException(Throwable cause) {
        this();
        initCause(cause);
    }

    MalformedBodyException() {
        super("malformed-body", 400, "The body is not the JSON that is expected here. See /openapi of the platform.");
    }
}
