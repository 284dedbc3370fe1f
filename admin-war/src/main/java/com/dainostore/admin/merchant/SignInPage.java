package com.dainostore.admin.merchant;

import com.dainostore.admin.Realm;
import com.dainostore.admin.SignInForm;
import com.dainostore.tenancy.door.SessionCookie;
import com.dainostore.tenancy.security.StaffSessions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The way into a store's console, at the store's own address. */
@Named("staffSignIn")
@RequestScoped
public class SignInPage extends SignInForm {
    @Inject
    StaffSessions sessions;

    public SignInPage() {
        super(Realm.MERCHANT, SessionCookie.STAFF);
    }

    @Override
    protected String open(String name, char[] secret, String secondFactor, String host, String agent) {
        return sessions.open(name, secret, secondFactor, host, agent);
    }
}
