/**
 * The master key and the keys of stores, database servers and the platform. Whatever must not be read without them is
 * sealed here, bound to its owner, its purpose and its row, so that nothing sealed for one opens at another.
 *
 * <p>May use: scope, installation.
 */
@NullMarked
package com.dainostore.tenancy.keys;

import org.jspecify.annotations.NullMarked;
