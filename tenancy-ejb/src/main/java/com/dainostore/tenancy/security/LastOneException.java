package com.dainostore.tenancy.security;

import com.dainostore.tenancy.scope.Refusal;

/** Without this person nobody would be left to decide anything. */
public final class LastOneException extends Refusal {
    private static final long serialVersionUID = 1L;

    private LastOneException(String message) {
        super("last-one", 409, message);
    }

    static LastOneException owner() {
        return new LastOneException("A store always has an owner: make somebody else an owner first.");
    }

    static LastOneException operator() {
        return new LastOneException("The platform always has an operator: invite another one first.");
    }
}
