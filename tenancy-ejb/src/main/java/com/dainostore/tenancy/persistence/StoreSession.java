package com.dainostore.tenancy.persistence;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.DatabaseSession;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * How EclipseLink treats every store. A failed statement fails: otherwise EclipseLink takes an aborted transaction for a
 * lost connection and tries again for seconds, hiding the error. And no store is registered for JMX, which nobody asks.
 */
public class StoreSession implements SessionCustomizer {
    @Override
    public void customize(Session session) {
        DatabaseLogin login = (DatabaseLogin) session.getDatasourceLogin();
        login.setConnectionHealthValidatedOnError(false);
        login.setQueryRetryAttemptCount(0);
        ((DatabaseSession) session).getServerPlatform().disableRuntimeServices();
    }
}
