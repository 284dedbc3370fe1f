package com.dainostore.tenancy.platform;

import com.dainostore.tenancy.database.EmbeddedPostgres;
import com.dainostore.tenancy.installation.StartRefusedException;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every second whether the embedded database lives, and starts it again where it has died. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EmbeddedWatch {
    private static final Logger LOG = Logger.getLogger(EmbeddedWatch.class.getName());

    @Inject
    EmbeddedPostgres embedded;

    private final AtomicBoolean failing = new AtomicBoolean();

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void look() {
        try {
            embedded.revive();
            failing.set(false);
        } catch (StartRefusedException e) {
            if (failing.compareAndSet(false, true)) {
                LOG.log(Level.SEVERE, e, () -> "The embedded database cannot be started again: " + e.getMessage());
            }
        }
    }
}
