/**
 * The rendered pages of the stores, kept in memory while nothing of what they were drawn from changes. It knows nothing of
 * how a page is drawn or sent; the boundary is {@link com.dainostore.shop.pages.KeptPages}.
 *
 * <p>May use: tenancy.scope, tenancy.registry, shop.catalog.
 */
@NullMarked
package com.dainostore.shop.pages;

import org.jspecify.annotations.NullMarked;
