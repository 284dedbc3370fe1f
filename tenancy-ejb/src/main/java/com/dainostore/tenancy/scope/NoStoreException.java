package com.dainostore.tenancy.scope;

/** Something that belongs to a store was called without one. */
public final class NoStoreException extends Refusal {
    private static final long serialVersionUID = 1L;

    public NoStoreException() {
        super("unknown-store", 404, "No store belongs to this address. Check the address of the shop.");
    }
}
