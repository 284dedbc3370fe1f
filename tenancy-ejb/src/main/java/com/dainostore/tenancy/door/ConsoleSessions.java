package com.dainostore.tenancy.door;

import com.dainostore.tenancy.identification.Arrival;
import com.dainostore.tenancy.identification.Identity;
import com.dainostore.tenancy.identification.RequestPath;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.CurrentSession;
import com.dainostore.tenancy.security.OperatorSession;
import com.dainostore.tenancy.security.OperatorSessions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The people whom the consoles know by their cookie. An operator's counts below {@code /admin} of the platform's own host
 * and nowhere else: the APIs ask for tokens, and no other site can make a browser send those.
 */
@Dependent
class ConsoleSessions {
    @Inject
    OperatorSessions sessions;

    @Inject
    CurrentPerson person;

    @Inject
    CurrentSession current;

    /** Lets the operator in whose session the request carries; a cookie that is nobody's is as none. */
    void enter(HttpServletRequest request, RequestPath path, Identity identity, Arrival arrival) {
        if (identity instanceof Identity.Platform && path.isBelow("/admin")) {
            SessionCookie.read(request, arrival.secure())
                    .flatMap(token -> sessions.find(token, arrival.authority().host()))
                    .ifPresent(this::enter);
        }
    }

    private void enter(OperatorSession session) {
        person.enter(session.operator());
        current.enter(session);
    }
}
