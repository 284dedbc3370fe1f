/**
 * What shoppers put together before they buy: carts without a name, each known by a token that only its shopper has. The
 * boundary is {@link com.dainostore.shop.cart.Carts}; {@link com.dainostore.shop.cart.OpenCarts} is for the checkout, inside
 * its own transactions.
 *
 * <p>May use: shop.money, shop.catalog, shop.stock, tenancy.scope, tenancy.persistence, tenancy.registry, tenancy.leases, tenancy.jobs,
 * tenancy.security.
 */
@NullMarked
package com.dainostore.shop.cart;

import org.jspecify.annotations.NullMarked;
