/**
 * What the platform knows of its stores: who they are, how they live, where their data lies and what changed. The
 * {@link com.dainostore.tenancy.registry.Directory} answers from memory; everything else is a statement in the registry.
 *
 * <p>May use: scope, installation, keys, database.
 */
@NullMarked
package com.dainostore.tenancy.registry;

import org.jspecify.annotations.NullMarked;
