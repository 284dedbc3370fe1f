package com.dainostore.tenancy.security;

import java.util.UUID;

/** Somebody who is signed in to a console: the platform's or that of one store. */
public sealed interface ConsoleSession permits OperatorSession, StaffSession {
    UUID id();

    Person person();

    String email();

    /** Whether the password was given by somebody else and has to be replaced before anything else. */
    boolean mustChange();

    /** What every form of this session has to send back. */
    String formToken();
}
