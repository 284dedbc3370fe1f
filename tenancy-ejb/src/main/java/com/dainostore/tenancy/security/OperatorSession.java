package com.dainostore.tenancy.security;

import com.dainostore.tenancy.security.Person.Operator;
import java.util.UUID;

/** An operator who is signed in to the platform's console. */
public record OperatorSession(UUID id, Operator operator, boolean mustChange, String formToken)
        implements ConsoleSession {
    @Override
    public Person person() {
        return operator;
    }

    @Override
    public String email() {
        return operator.email();
    }

    @Override
    public String toString() {
        return "OperatorSession[" + id + "]";
    }
}
