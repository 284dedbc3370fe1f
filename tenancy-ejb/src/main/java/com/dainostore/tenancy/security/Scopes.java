package com.dainostore.tenancy.security;

import java.util.Set;

/** What a token can be limited to: reading or writing on the platform, or in an {@link Area} of a store. */
public final class Scopes {
    public static final String PLATFORM_READ = "platform:read";
    public static final String PLATFORM_WRITE = "platform:write";

    /** All that an operator can have. */
    public static final Set<String> OPERATOR = Set.of(PLATFORM_READ, PLATFORM_WRITE);

    /** All that the staff of a store can have. */
    public static final Set<String> STAFF = FixedRole.OWNER.permissions().scopes();

    private Scopes() {}
}
