package com.dainostore.tenancy.identification;

import com.dainostore.tenancy.scope.Refusal;

/** DNS gave no answer; nothing can be said of the domain. */
final class DnsUnavailableException extends Refusal {
    private static final long serialVersionUID = 1L;

    DnsUnavailableException() {
        super("dns-unavailable", 503, "The name servers of this domain did not answer. Try again in a minute.");
    }

    DnsUnavailableException(Throwable cause) {
        this();
        initCause(cause);
    }

    @Override
    public int retryAfter() {
        return 60;
    }
}
