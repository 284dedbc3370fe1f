/**
 * Breaks the rules of the architecture, each once, so that {@code RulesTest} sees them fail.
 *
 * <p>May use: brokencycle, shop.broken.
 */
@NullMarked
package com.dainostore.tenancy.broken;

import org.jspecify.annotations.NullMarked;
