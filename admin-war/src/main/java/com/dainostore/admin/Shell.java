package com.dainostore.admin;

import com.dainostore.tenancy.security.ConsoleSession;
import com.dainostore.tenancy.security.CurrentSession;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What stands around every page: who is signed in, and the token that its forms send back. */
@Named
@RequestScoped
public class Shell {
    @Inject
    CurrentSession current;

    public String getEmail() {
        return current.require().email();
    }

    /** Empty on the sign-in page, which has no session to bind to. */
    public String getFormToken() {
        return current.get().map(ConsoleSession::formToken).orElse("");
    }
}
