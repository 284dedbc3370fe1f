/**
 * The way into a store's own database: stores are opened on first use, counted while in use and closed when idle. Each
 * open store has its own pool, JNDI name and EclipseLink persistence unit.
 *
 * <p>May use: scope, installation, registry, database.
 */
@NullMarked
package com.dainostore.tenancy.persistence;

import org.jspecify.annotations.NullMarked;
