/**
 * From a cart to an order and what becomes of it. Shoppers come by {@link com.dainostore.shop.orders.Checkouts} and
 * {@link com.dainostore.shop.orders.Orders}, staff by {@link com.dainostore.shop.orders.OrderDesk} and
 * {@link com.dainostore.shop.orders.DeliveryRates}.
 *
 * <p>May use: shop.money, shop.pricing, shop.catalog, shop.stock, shop.cart, tenancy.scope, tenancy.database, tenancy.persistence,
 * tenancy.registry, tenancy.installation, tenancy.configuration, tenancy.jobs, tenancy.mail, tenancy.audit, tenancy.security.
 */
@NullMarked
package com.dainostore.shop.orders;

import org.jspecify.annotations.NullMarked;
