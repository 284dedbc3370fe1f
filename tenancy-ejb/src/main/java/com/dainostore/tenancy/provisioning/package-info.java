/**
 * The life of a store from the request to the last trace: made in steps that can be undone and run again, suspended,
 * resumed and deleted. Every piece of it is an {@link com.dainostore.tenancy.provisioning.Operation} that can be watched.
 *
 * <p>May use: scope, installation, keys, database, leases, registry, configuration, identification, persistence, audit, security,
 * jobs, migrations, storage.
 */
@NullMarked
package com.dainostore.tenancy.provisioning;

import org.jspecify.annotations.NullMarked;
