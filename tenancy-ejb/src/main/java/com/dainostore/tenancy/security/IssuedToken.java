package com.dainostore.tenancy.security;

import java.time.Instant;

/** A new token: the only time that its text is known. */
public record IssuedToken(String token, Instant expiresAt) {
    @Override
    public String toString() {
        return "IssuedToken[expiresAt=" + expiresAt + "]";
    }
}
