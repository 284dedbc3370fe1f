package com.dainostore.tenancy.brokencycle;

/** Goes round. */
public final class Cycle {
    Object back() {
        return com.dainostore.tenancy.broken.Way.BACK;
    }
}
