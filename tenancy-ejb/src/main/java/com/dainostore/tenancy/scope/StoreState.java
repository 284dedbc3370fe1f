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

    public static StoreState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
