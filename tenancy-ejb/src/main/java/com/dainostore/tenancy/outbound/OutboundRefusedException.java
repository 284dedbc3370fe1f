package com.dainostore.tenancy.outbound;

import com.dainostore.tenancy.scope.Refusal;
import java.net.URI;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What was asked for is not fetched, now or later. Every address that is no use gets the same words: whether a name exists
 * in the installation's own network is nobody's business. The log has the reason.
 */
public final class OutboundRefusedException extends Refusal {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(OutboundRefusedException.class.getName());

    private OutboundRefusedException(String message) {
        super("outbound-refused", 422, message);
    }

    /** An address that nobody may have asked from here. */
    static OutboundRefusedException address(URI uri) {
        LOG.log(Level.FINE, "Not asked: {0}", uri);
        return new OutboundRefusedException("This address cannot be reached: use an http or https address of the public"
                + " internet, on the standard port.");
    }

    static OutboundRefusedException answer(String what) {
        return new OutboundRefusedException(what);
    }
}
