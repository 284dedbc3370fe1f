package com.dainostore.storefront.api;

import com.dainostore.tenancy.scope.NotFoundException;
import java.util.UUID;

/** Ids in addresses. */
public final class Ids {
    private Ids() {}

    /** The id; what is none finds nothing. */
    public static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException("Nothing has this id.");
        }
    }
}
