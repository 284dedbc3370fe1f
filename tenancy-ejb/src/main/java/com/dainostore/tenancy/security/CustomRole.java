package com.dainostore.tenancy.security;

import java.util.UUID;

/**
 * A role that a store made for itself.
 *
 * @param version counts its changes, so that nobody overwrites a change that they have not seen
 */
public record CustomRole(UUID id, String label, Permissions permissions, long version) implements Role {
    @Override
    public String key() {
        return id.toString();
    }
}
