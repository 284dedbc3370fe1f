package com.dainostore.admin.merchant;

import com.dainostore.admin.Parameters;
import com.dainostore.admin.Redirects;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.CurrentSession;
import com.dainostore.tenancy.security.SignedIn;
import com.dainostore.tenancy.security.StaffSessions;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Where somebody of the staff is signed in at this store, and the way to end it. */
@Named("staffSessions")
@RequestScoped
public class SessionsPage {
    @Inject
    CurrentPerson person;

    @Inject
    CurrentSession current;

    @Inject
    Parameters parameters;

    @Inject
    StaffSessions sessions;

    @PostConstruct
    void read() {
        person.requireStaff();
    }

    public List<SignedIn> getList() {
        return sessions.own();
    }

    public boolean isThis(UUID session) {
        return current.require().id().equals(session);
    }

    /** Ends another session of this person. */
    public void end() {
        sessions.end(parameters.requireUuid("session"));
        Redirects.to("/merchant/sessions?done=ended");
    }

    /** Ends all sessions of this person but this one. */
    public void endOthers() {
        sessions.endOthers(current.require().id());
        Redirects.to("/merchant/sessions?done=others");
    }
}
