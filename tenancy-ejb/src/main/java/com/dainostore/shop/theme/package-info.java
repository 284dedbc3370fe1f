/**
 * How a shop looks: colours, corners, letters and stand-in pictures, derived from what its merchant has chosen and from its
 * handle. The shop and the console that previews it ask the same {@link com.dainostore.shop.theme.Theme}.
 *
 * <p>May use: tenancy.configuration.
 */
@NullMarked
package com.dainostore.shop.theme;

import org.jspecify.annotations.NullMarked;
