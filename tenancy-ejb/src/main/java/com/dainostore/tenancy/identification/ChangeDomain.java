package com.dainostore.tenancy.identification;

import java.util.Optional;

/**
 * What is to become of a domain of a store; what is empty stays as it is.
 *
 * @param primary whether the store's other names lead to it: one domain at most, and only one that is active
 * @param behindProxy whether a proxy or CDN of the owner's answers for it
 */
public record ChangeDomain(Optional<Boolean> primary, Optional<Boolean> behindProxy) {
    public static ChangeDomain primary(boolean primary) {
        return new ChangeDomain(Optional.of(primary), Optional.empty());
    }

    public static ChangeDomain behindProxy(boolean behindProxy) {
        return new ChangeDomain(Optional.empty(), Optional.of(behindProxy));
    }
}
