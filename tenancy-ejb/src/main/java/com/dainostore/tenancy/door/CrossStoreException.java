package com.dainostore.tenancy.door;

import com.dainostore.tenancy.scope.Refusal;

/** A credential of one store, or of the platform, was shown to another. */
final class CrossStoreException extends Refusal {
    private static final long serialVersionUID = 1L;

    private final String claimed;

    /** @param claimed whose credential it is: the id of a store, or {@code platform} */
    CrossStoreException(String claimed) {
        super("cross-store", 403, "This credential belongs elsewhere. Use it at the address that issued it.");
        this.claimed = claimed;
    }

    String claimed() {
        return claimed;
    }
}
