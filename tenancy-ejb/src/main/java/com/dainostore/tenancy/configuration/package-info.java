/**
 * What a store and the platform can choose: typed settings with defaults, and flags that switch features on for one
 * store, a share of all, or everybody. Kept in the registry; pages read them from a bounded memory that follows its changes.
 *
 * <p>May use: scope, database, registry, audit.
 */
@NullMarked
package com.dainostore.tenancy.configuration;

import org.jspecify.annotations.NullMarked;
