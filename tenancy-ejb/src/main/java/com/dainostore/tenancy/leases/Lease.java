package com.dainostore.tenancy.leases;

import java.time.Instant;

/**
 * The right to do something alone in the cluster until it expires.
 *
 * @param holder the node and its incarnation, see {@link Node#holder()}
 * @param token grows with every acquisition of this name; whoever writes under a lease writes only where no higher token
 *     has written
 * @param expiresAt by the database's clock, as of the acquisition; renewals do not show here
 */
public record Lease(String name, String holder, long token, Instant expiresAt) {}
