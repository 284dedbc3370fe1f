package com.dainostore.tenancy.scope;

/** What was asked for does not exist in this store or on this platform. */
public final class NotFoundException extends Refusal {
    private static final long serialVersionUID = 1L;

    public NotFoundException(String message) {
        super("not-found", 404, message);
    }
}
