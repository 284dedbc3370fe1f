/**
 * Brings schemas to where the changelogs are: the registry at the start, the template that new stores are cloned from,
 * and single stores that are behind.
 *
 * <p>May use: scope, installation, registry, database, leases, jobs.
 */
@NullMarked
package com.dainostore.tenancy.migrations;

import org.jspecify.annotations.NullMarked;
