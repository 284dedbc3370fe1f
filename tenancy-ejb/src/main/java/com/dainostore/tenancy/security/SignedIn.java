package com.dainostore.tenancy.security;

import java.time.Instant;
import java.util.UUID;

/**
 * A place where an operator is signed in, as a list shows it.
 *
 * @param address the IP address that signed in
 * @param userAgent how the browser calls itself, shortened; a claim of its own, never a proof
 */
public record SignedIn(UUID id, String address, String userAgent, Instant createdAt, Instant seenAt, Instant endsAt) {}
