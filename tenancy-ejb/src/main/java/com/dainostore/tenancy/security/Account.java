package com.dainostore.tenancy.security;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in.
 *
 * @param passwordHash none while somebody is only invited
 * @param scopes all that their tokens can allow
 */
record Account(UUID id, String email, @Nullable String passwordHash, Set<String> scopes) {
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
