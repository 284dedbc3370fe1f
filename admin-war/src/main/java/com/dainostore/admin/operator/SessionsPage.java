package com.dainostore.admin.operator;

import com.dainostore.admin.Parameters;
import com.dainostore.admin.Redirects;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.CurrentSession;
import com.dainostore.tenancy.security.OperatorSessions;
import com.dainostore.tenancy.security.Scopes;
import com.dainostore.tenancy.security.SignedIn;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Where this operator is signed in, and the way to end it. */
@Named("sessionsPage")
@RequestScoped
public class SessionsPage {
    @Inject
    CurrentPerson person;

    @Inject
    CurrentSession current;

    @Inject
    Parameters parameters;

    @Inject
    OperatorSessions sessions;

    @PostConstruct
    void read() {
        person.requireOperator(Scopes.PLATFORM_READ);
    }

    public List<SignedIn> getList() {
        return sessions.of(person.requireOperator(Scopes.PLATFORM_READ).id());
    }

    public boolean isThis(UUID session) {
        return current.require().id().equals(session);
    }

    /** Ends another session of this operator. */
    public void end() {
        sessions.end(person.requireOperator(Scopes.PLATFORM_WRITE).id(), parameters.requireUuid("session"));
        Redirects.to("/operator/sessions?done=ended");
    }
}
