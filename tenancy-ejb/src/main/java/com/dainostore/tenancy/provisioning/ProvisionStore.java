package com.dainostore.tenancy.provisioning;

import java.util.Map;
import java.util.Optional;

/**
 * The wish for a new store.
 *
 * @param domain a domain of the merchant's own, to be claimed for the store
 * @param ownerPasswordHash the owner's password, hashed; without it the owner is invited
 * @param settings values by the keys of {@link com.dainostore.tenancy.configuration.Setting}
 */
public record ProvisionStore(
        String handle,
        String name,
        String plan,
        String region,
        Optional<String> domain,
        String ownerEmail,
        Optional<String> ownerPasswordHash,
        Map<String, String> settings) {

    @Override
    public String toString() {
        return "ProvisionStore[" + handle + "]";
    }
}
