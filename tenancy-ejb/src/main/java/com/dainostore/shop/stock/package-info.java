/**
 * How many pieces of each variant there are, and which of them are set aside for whom. Other parts of the shop work with
 * {@link com.dainostore.shop.stock.Stock} inside their own transactions; the boundary for staff is
 * {@link com.dainostore.shop.stock.Inventory}.
 *
 * <p>May use: shop.catalog, tenancy.scope, tenancy.persistence, tenancy.jobs, tenancy.audit, tenancy.security.
 */
@NullMarked
package com.dainostore.shop.stock;

import org.jspecify.annotations.NullMarked;
