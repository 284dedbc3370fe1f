package com.dainostore.tenancy.storage;

import com.dainostore.tenancy.scope.Refusal;

/** The disk with the files has no room left; what is there already is not affected. */
public final class StorageFullException extends Refusal {
    private static final long serialVersionUID = 1L;

    StorageFullException() {
        super("storage-full", 507, "The file could not be kept: there is no room left. The operator has to make some.");
    }
}
