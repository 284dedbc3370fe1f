package com.dainostore.tenancy.security;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A token as its owner's list shows it: never its text, which nobody has but who was given it.
 *
 * @param name what it is for; empty for one that came from signing in
 * @param usedAt when it was last used, to the minute
 */
public record KnownToken(
        UUID id, String name, Set<String> scopes, Instant createdAt, Instant expiresAt, Optional<Instant> usedAt) {}
