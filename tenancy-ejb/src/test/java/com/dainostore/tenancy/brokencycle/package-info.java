/**
 * The other half of a cycle with {@code broken}.
 *
 * <p>May use: broken.
 */
@NullMarked
package com.dainostore.tenancy.brokencycle;

import org.jspecify.annotations.NullMarked;
