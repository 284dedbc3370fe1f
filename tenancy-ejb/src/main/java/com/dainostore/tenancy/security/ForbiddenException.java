package com.dainostore.tenancy.security;

import com.dainostore.tenancy.scope.Refusal;

/** The person is known but may not do this. */
public final class ForbiddenException extends Refusal {
    private static final long serialVersionUID = 1L;

    ForbiddenException(String message) {
        super("forbidden", 403, message);
    }
}
