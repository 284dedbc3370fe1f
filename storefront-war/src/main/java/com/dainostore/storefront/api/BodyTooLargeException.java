package com.dainostore.storefront.api;

import com.dainostore.tenancy.scope.Refusal;

/** The body of a request is longer than any that makes sense here. */
final class BodyTooLargeException extends Refusal {
    private static final long serialVersionUID = 1L;

    BodyTooLargeException() {
        super("too-large", 413, "Send at most 1 MiB of JSON at once.");
    }
}
