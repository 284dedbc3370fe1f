package com.dainostore.tenancy.security;

import com.dainostore.tenancy.security.Person.Staff;
import java.util.UUID;

/** Somebody of a store's staff who is signed in to its console. */
public record StaffSession(UUID id, Staff staff, String formToken) implements ConsoleSession {
    @Override
    public Person person() {
        return staff;
    }

    @Override
    public String email() {
        return staff.email();
    }

    /** Staff choose their passwords themselves. */
    @Override
    public boolean mustChange() {
        return false;
    }

    @Override
    public String toString() {
        return "StaffSession[" + id + "]";
    }
}
