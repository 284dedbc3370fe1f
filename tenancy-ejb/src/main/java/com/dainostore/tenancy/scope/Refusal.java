package com.dainostore.tenancy.scope;

import jakarta.ejb.ApplicationException;

/**
 * The base of everything that the platform refuses on purpose. The one mapper of each door turns it into a page or an
 * RFC 9457 problem; the message tells the user what to do and names no other store, table or class.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final int status;

    /**
     * @param type the last segment of the problem's type, as fixed in the contract ({@code unknown-store}, ...)
     * @param status the HTTP status of the answer
     */
    protected Refusal(String type, int status, String message) {
        super(message);
        this.type = type;
        this.status = status;
    }

    public String type() {
        return type;
    }

    public int status() {
        return status;
    }

    /** Seconds after which another try makes sense; 0 where it never does. */
    public int retryAfter() {
        return 0;
    }
}
