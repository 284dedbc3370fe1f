package com.dainostore.tenancy.security;

import com.dainostore.tenancy.scope.Refusal;

/** More passwords wait to be checked than this node can check soon. */
public final class BusyException extends Refusal {
    private static final long serialVersionUID = 1L;
    private static final int SECONDS = 2;

    BusyException() {
        super("busy", 503, "Many people are signing in right now. Try again in a moment.");
    }

    @Override
    public int retryAfter() {
        return SECONDS;
    }
}
