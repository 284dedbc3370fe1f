package com.dainostore.tenancy.identification;

import com.dainostore.tenancy.scope.Refusal;

/** A request that can be read in two ways, or in none: it is refused before anything acts on one of the readings. */
public final class AmbiguousRequestException extends Refusal {
    private static final long serialVersionUID = 1L;

    public AmbiguousRequestException(String message) {
        super("bad-request", 400, message);
    }
}
