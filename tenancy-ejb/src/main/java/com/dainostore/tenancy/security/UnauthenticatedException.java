package com.dainostore.tenancy.security;

import com.dainostore.tenancy.scope.Refusal;

/** Nobody, or nobody known, asks for what only a known person gets. */
public final class UnauthenticatedException extends Refusal {
    private static final long serialVersionUID = 1L;

    UnauthenticatedException(String message) {
        this("unauthenticated", message);
    }

    private UnauthenticatedException(String type, String message) {
        super(type, 401, message);
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

    /** The password was right, and a second factor is on. */
    static UnauthenticatedException codeNeeded() {
        return new UnauthenticatedException(
                "second-factor", "Send also the code of your authenticator app, or a recovery code.");
    }

    /** Also for a code that was right once. */
    static UnauthenticatedException wrongCode() {
        return new UnauthenticatedException(
                "second-factor", "This code is wrong or was used before. Take the next one that your app shows.");
    }
}
