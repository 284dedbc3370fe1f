/**
 * Breaks the rules of the WARs.
 *
 * <p>May use: nothing of DainoStore.
 */
@NullMarked
package com.dainostore.storefront.broken;

import org.jspecify.annotations.NullMarked;
