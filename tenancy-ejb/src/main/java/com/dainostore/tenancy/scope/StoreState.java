package com.dainostore.tenancy.scope;

import java.util.Locale;

/** The life of a store. Only an {@link #ACTIVE} store answers shoppers and staff. */
public enum StoreState {
    PROVISIONING,
    ACTIVE,
    SUSPENDED,
    MAINTENANCE,
    DELETING,
    DELETED;

    /** The name in the registry and in answers: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it has a database that can be opened, on the air or not. */
    public boolean hasDatabase() {
        return this == ACTIVE || this == SUSPENDED || this == MAINTENANCE;
    }

    public static StoreState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
