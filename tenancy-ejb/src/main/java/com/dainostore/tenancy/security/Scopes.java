package com.dainostore.tenancy.security;

import java.util.Set;

/** What a token can be limited to. */
public final class Scopes {
    public static final String PLATFORM_READ = "platform:read";
    public static final String PLATFORM_WRITE = "platform:write";
    public static final String PRODUCTS_READ = "products:read";
    public static final String PRODUCTS_WRITE = "products:write";

    /** All that an operator can have. */
    public static final Set<String> OPERATOR = Set.of(PLATFORM_READ, PLATFORM_WRITE);

    /** All that the staff of a store can have. */
    public static final Set<String> STAFF = Set.of(PRODUCTS_READ, PRODUCTS_WRITE);

    private Scopes() {}
}
