/**
 * Breaks the rules of the shop.
 *
 * <p>May use: storefront.broken.
 */
@NullMarked
package com.dainostore.shop.broken;

import org.jspecify.annotations.NullMarked;
