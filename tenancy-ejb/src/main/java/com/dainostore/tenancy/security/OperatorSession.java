package com.dainostore.tenancy.security;

import com.dainostore.tenancy.security.Person.Operator;
import java.util.UUID;

/**
 * An operator who is signed in to the console.
 *
 * @param mustChange whether the password was given by somebody else and has to be replaced before anything else
 * @param formToken what every form of this session has to send back
 */
public record OperatorSession(UUID id, Operator operator, boolean mustChange, String formToken) {
    @Override
    public String toString() {
        return "OperatorSession[" + id + "]";
    }
}
