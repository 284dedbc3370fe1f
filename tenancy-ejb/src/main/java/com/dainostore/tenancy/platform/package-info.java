/**
 * Start and stop of the platform: configuration, keys, database, registry, templates, timers, in this order. Nothing
 * answers before all of it is up.
 *
 * <p>May use: scope, installation, keys, database, leases, registry, identification, persistence, audit, security, jobs,
 * migrations, provisioning.
 */
@NullMarked
package com.dainostore.tenancy.platform;

import org.jspecify.annotations.NullMarked;
