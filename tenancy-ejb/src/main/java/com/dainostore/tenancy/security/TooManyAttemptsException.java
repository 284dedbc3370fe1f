package com.dainostore.tenancy.security;

import com.dainostore.tenancy.scope.Refusal;

/** Sign-ins of one e-mail from one address failed so often that the next one has to wait. */
public final class TooManyAttemptsException extends Refusal {
    private static final long serialVersionUID = 1L;

    private final int retryAfter;

    /** @param retryAfter seconds to wait */
    TooManyAttemptsException(int retryAfter) {
        super("rate-limited", 429, "Too many sign-ins have failed. Wait " + retryAfter + " s and try again.");
        this.retryAfter = retryAfter;
    }

    @Override
    public int retryAfter() {
        return retryAfter;
    }
}
