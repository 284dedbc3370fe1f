package com.dainostore.tenancy.platform;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Starts the platform with the deployment of the archive, before any request comes in; a refusal fails the deployment. */
@jakarta.ejb.Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class Startup {
    @Inject
    Platform platform;

    @PostConstruct
    void start() {
        platform.start();
    }
}
