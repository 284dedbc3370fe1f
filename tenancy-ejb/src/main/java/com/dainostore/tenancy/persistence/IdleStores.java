package com.dainostore.tenancy.persistence;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Closes the stores that nobody uses any more, twice a minute on every node. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IdleStores {
    @Inject
    OpenStores stores;

    @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
    void close() {
        stores.closeIdle();
    }
}
