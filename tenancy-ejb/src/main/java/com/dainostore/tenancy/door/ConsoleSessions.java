package com.dainostore.tenancy.door;

import com.dainostore.tenancy.identification.Arrival;
import com.dainostore.tenancy.identification.Identity;
import com.dainostore.tenancy.identification.RequestPath;
import com.dainostore.tenancy.security.ConsoleSession;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.CurrentSession;
import com.dainostore.tenancy.security.OperatorSessions;
import com.dainostore.tenancy.security.StaffSessions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The people whom the consoles know by their cookie: operators below {@code /admin} of the platform's own host, the staff of
 * a store below that of the store's. Nowhere else: the APIs ask for tokens, and no other site can make a browser send those.
 */
@Dependent
class ConsoleSessions {
    @Inject
    OperatorSessions operators;

    @Inject
    StaffSessions staff;

    @Inject
    CurrentPerson person;

    @Inject
    CurrentSession current;

    /** Lets in whose session the request carries; a cookie that is nobody's is as none. */
    void enter(HttpServletRequest request, RequestPath path, Identity identity, Arrival arrival) {
        if (!path.isBelow("/admin")) {
            return;
        }
        String host = arrival.authority().host();
        if (identity instanceof Identity.Platform) {
            SessionCookie.OPERATOR
                    .read(request, arrival.secure())
                    .flatMap(token -> operators.find(token, host))
                    .ifPresent(this::enter);
        } else if (identity instanceof Identity.Found) {
            SessionCookie.STAFF
                    .read(request, arrival.secure())
                    .flatMap(token -> staff.find(token, host))
                    .ifPresent(this::enter);
        }
    }

    private void enter(ConsoleSession session) {
        person.enter(session.person());
        current.enter(session);
    }
}
