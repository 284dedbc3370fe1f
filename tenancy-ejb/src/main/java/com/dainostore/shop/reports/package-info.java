/**
 * What a store has and what it is worth, in figures for its staff. Behind the flag {@code advancedReports}; the boundary is
 * {@link com.dainostore.shop.reports.Reports}.
 *
 * <p>May use: shop.money, tenancy.scope, tenancy.configuration, tenancy.security, tenancy.persistence.
 */
@NullMarked
package com.dainostore.shop.reports;

import org.jspecify.annotations.NullMarked;
