package com.dainostore.tenancy.security;

import java.util.UUID;

/** A role that a store made for itself. */
public record CustomRole(UUID id, String label, Permissions permissions) implements Role {
    @Override
    public String key() {
        return id.toString();
    }
}
