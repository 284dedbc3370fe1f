package com.dainostore.tenancy.scope;

/** Work for one store tried to touch another. Always a defect or an attack: it is logged where it is caught. */
public final class StoreMismatchException extends Refusal {
    private static final long serialVersionUID = 1L;

    public StoreMismatchException() {
        super("cross-store", 403, "This belongs to another store.");
    }
}
