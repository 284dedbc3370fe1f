/**
 * The way from the cart to the order, page by page, for shoppers whom nobody knows: what they have is the token of their cart in
 * a cookie. Every step is a form that leads to the next by a redirect; no page of these is kept anywhere.
 *
 * <p>May use: pages, tenancy.scope, tenancy.registry, tenancy.configuration, tenancy.door, shop.money, shop.theme, shop.catalog,
 * shop.stock, shop.pricing, shop.cart, shop.orders.
 */
@NullMarked
package com.dainostore.storefront.checkout;

import org.jspecify.annotations.NullMarked;
