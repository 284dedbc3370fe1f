package com.dainostore.tenancy.security;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A token that somebody wants.
 *
 * @param name what it is for; empty for one that is only used now
 * @param scopes none at all means everything that its owner may do
 * @param expiresIn empty means 12 hours; at most 90 days
 */
public record TokenWish(String name, Set<String> scopes, Optional<Duration> expiresIn) {
    /** A token for everything that its owner may do, for the usual time. */
    public static TokenWish usual() {
        return new TokenWish("", Set.of(), Optional.empty());
    }
}
