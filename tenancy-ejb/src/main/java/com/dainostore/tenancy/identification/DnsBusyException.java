package com.dainostore.tenancy.identification;

import com.dainostore.tenancy.scope.Refusal;

/** More looks at DNS are under way, for this store or on this node, than may be at once. */
final class DnsBusyException extends Refusal {
    private static final long serialVersionUID = 1L;
    private static final int SECONDS = 5;

    DnsBusyException() {
        super("rate-limited", 429, "Another check is under way. Try again in a few seconds.");
    }

    @Override
    public int retryAfter() {
        return SECONDS;
    }
}
