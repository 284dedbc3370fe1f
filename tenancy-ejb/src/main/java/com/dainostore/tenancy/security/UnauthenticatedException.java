package com.dainostore.tenancy.security;

import com.dainostore.tenancy.scope.Refusal;

/** Nobody, or nobody known, asks for what only a known person gets. */
public final class UnauthenticatedException extends Refusal {
    private static final long serialVersionUID = 1L;

    UnauthenticatedException(String message) {
        super("unauthenticated", 401, message);
    }

    static UnauthenticatedException noToken() {
        return new UnauthenticatedException("Sign in, and send the token as Authorization: Bearer.");
    }

    static UnauthenticatedException noSession() {
        return new UnauthenticatedException("Sign in to go on.");
    }

    /** The same for an unknown e-mail, a wrong password and a person without one. */
    static UnauthenticatedException wrongPassword() {
        return new UnauthenticatedException("The e-mail or the password is wrong.");
    }
}
