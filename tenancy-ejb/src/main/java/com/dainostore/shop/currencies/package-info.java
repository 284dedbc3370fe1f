/**
 * Prices in other currencies, at the rates that the merchant has fixed: for reading only, what is paid is in the store's
 * own. Behind the flag {@code multiCurrency}.
 *
 * <p>May use: shop.money, shop.catalog, tenancy.scope, tenancy.registry, tenancy.configuration.
 */
@NullMarked
package com.dainostore.shop.currencies;

import org.jspecify.annotations.NullMarked;
