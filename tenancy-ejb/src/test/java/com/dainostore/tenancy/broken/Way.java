package com.dainostore.tenancy.broken;

/** The way back of the cycle. */
public enum Way {
    BACK
}
