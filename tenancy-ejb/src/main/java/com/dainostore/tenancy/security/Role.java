package com.dainostore.tenancy.security;

import java.util.Locale;
import java.util.Set;

/** What somebody is in a store, and so what their tokens can allow at most. */
public enum Role {
    OWNER,
    ADMIN,
    MANAGER,
    STAFF,
    READ_ONLY;

    public Set<String> scopes() {
        return this == READ_ONLY ? Set.of(Scopes.PRODUCTS_READ) : Scopes.STAFF;
    }

    /** The name in the store's database and in answers: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
