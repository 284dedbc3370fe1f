package com.dainostore.tenancy.scope;

/** The store exists but cannot answer now; other stores are not affected. */
public class StoreUnavailableException extends Refusal {
    private static final long serialVersionUID = 1L;

    private final int retryAfter;

    /** @param retryAfter seconds after which another try makes sense */
    public StoreUnavailableException(String message, int retryAfter) {
        this("store-unavailable", message, retryAfter);
    }

    protected StoreUnavailableException(String type, String message, int retryAfter) {
        super(type, 503, message);
        this.retryAfter = retryAfter;
    }

    @Override
    public int retryAfter() {
        return retryAfter;
    }
}
