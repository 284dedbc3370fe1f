package com.dainostore.admin.operator;

import com.dainostore.admin.Realm;
import com.dainostore.admin.SignInForm;
import com.dainostore.tenancy.door.SessionCookie;
import com.dainostore.tenancy.security.OperatorSessions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The way into the console of the platform. */
@Named("signIn")
@RequestScoped
public class SignInPage extends SignInForm {
    @Inject
    OperatorSessions sessions;

    public SignInPage() {
        super(Realm.OPERATOR, SessionCookie.OPERATOR);
    }

    @Override
    protected String open(String name, char[] secret, String secondFactor, String host, String agent) {
        return sessions.open(name, secret, secondFactor, host, agent);
    }
}
