/**
 * Work that is done later and survives restarts: a queue in the registry, and an outbox in each store's database for
 * what follows from a store's own changes. Each job carries its store, is claimed under a fencing token and runs at
 * least once.
 *
 * <p>May use: scope, database, registry, leases, persistence.
 */
@NullMarked
package com.dainostore.tenancy.jobs;

import org.jspecify.annotations.NullMarked;
