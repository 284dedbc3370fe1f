/**
 * What an order comes to: goods, delivery and tax, in whole minor units. Nothing is stored and nobody is asked here; the
 * entry is {@link com.dainostore.shop.pricing.Totals#of}.
 *
 * <p>May use: shop.money.
 */
@NullMarked
package com.dainostore.shop.pricing;

import org.jspecify.annotations.NullMarked;
