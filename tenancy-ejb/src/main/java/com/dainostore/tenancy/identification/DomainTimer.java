package com.dainostore.tenancy.identification;

import com.dainostore.tenancy.leases.Lease;
import com.dainostore.tenancy.leases.Leases;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.JdbiException;

/** Has the proofs of domains looked at every ten minutes, by one node of the cluster. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DomainTimer {
    private static final String NAME = "domain-proofs";
    private static final long FIRST_MILLIS = 60_000;
    private static final long PERIOD_MILLIS = 600_000;

    /** More than a batch takes where nobody answers: a hundred names, some seconds each. */
    private static final Duration TURN = Duration.ofMinutes(15);

    private static final int MOST_BATCHES = 20;
    private static final Logger LOG = Logger.getLogger(DomainTimer.class.getName());

    @Resource
    TimerService timers;

    @Inject
    Leases leases;

    @Inject
    DomainProofs proofs;

    public void start() {
        timers.createIntervalTimer(FIRST_MILLIS, PERIOD_MILLIS, new TimerConfig(NAME, false));
    }

    @Timeout
    void tick() {
        try {
            leases.acquire(NAME, TURN).ifPresent(this::look);
        } catch (JdbiException e) {
            LOG.log(Level.WARNING, "The proofs of domains cannot be looked at now", e);
        }
    }

    private void look(Lease lease) {
        try {
            int batches = 0;
            while (proofs.look() == DomainProofs.BATCH && ++batches < MOST_BATCHES && leases.renew(lease, TURN)) {
                LOG.fine("More domains are due");
            }
        } finally {
            leases.release(lease);
        }
    }
}
