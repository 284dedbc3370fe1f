package com.dainostore.tenancy.outbound;

import com.dainostore.tenancy.scope.Refusal;

/** This store, or this node, has as many requests under way as it may. */
public final class OutboundBusyException extends Refusal {
    private static final long serialVersionUID = 1L;

    OutboundBusyException() {
        super("rate-limited", 429, "Too many requests to other servers are under way. Try again in some seconds.");
    }

    @Override
    public int retryAfter() {
        return 5;
    }
}
