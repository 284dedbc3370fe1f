package com.dainostore.tenancy.migrations;

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
import java.util.concurrent.Semaphore;

/** Looks every few seconds whether a template is missing, from the start of the platform on. Usually that is a map's look-up. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TemplateTimer {
    private static final long PERIOD_MILLIS = 5_000;

    @Resource
    TimerService timers;

    @Inject
    Templates templates;

    private final Semaphore turn = new Semaphore(1);

    public void start() {
        timers.createIntervalTimer(0, PERIOD_MILLIS, new TimerConfig("templates", false));
    }

    @Timeout
    void refresh() {
        if (turn.tryAcquire()) {
            try {
                templates.refresh();
            } finally {
                turn.release();
            }
        }
    }
}
