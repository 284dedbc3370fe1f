package com.dainostore.tenancy.storage;

import com.dainostore.tenancy.scope.Refusal;

/** This store has as many files under way as it can have at once. */
public final class StorageBusyException extends Refusal {
    private static final long serialVersionUID = 1L;
    private static final int SECONDS = 5;

    StorageBusyException() {
        super("busy", 503, "Other files of this shop are still being worked on. Try again in a moment.");
    }

    @Override
    public int retryAfter() {
        return SECONDS;
    }
}
