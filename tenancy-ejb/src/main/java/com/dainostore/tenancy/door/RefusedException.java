package com.dainostore.tenancy.door;

import com.dainostore.tenancy.scope.Refusal;

/** A request that is turned away at the door. */
final class RefusedException extends Refusal {
    private static final long serialVersionUID = 1L;

    RefusedException(String type, int status, String message) {
        super(type, status, message);
    }

    static RefusedException badRequest(String message) {
        return new RefusedException("bad-request", 400, message);
    }

    static RefusedException badCredentials() {
        return new RefusedException(
                "unauthenticated", 401, "The token is not valid, or no longer. Sign in and send the new one.");
    }

    static RefusedException foreignOrigin() {
        return new RefusedException(
                "foreign-origin",
                403,
                "This request did not come from a page of this address. Open the page and try again.");
    }

    static RefusedException notHere() {
        return new RefusedException("not-found", 404, "There is nothing at this address.");
    }
}
