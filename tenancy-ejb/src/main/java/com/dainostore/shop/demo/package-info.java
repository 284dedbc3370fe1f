/**
 * The two stores that a new installation shows itself with. They are asked for and filled like everybody's, by jobs that
 * can run again wherever they were stopped. The words and the pictures of their goods were made for them and hold nothing of
 * others.
 *
 * <p>May use: shop.money, shop.catalog, shop.imports, shop.orders, tenancy.scope, tenancy.installation, tenancy.keys,
 * tenancy.registry, tenancy.jobs, tenancy.security, tenancy.provisioning, tenancy.platform.
 */
@NullMarked
package com.dainostore.shop.demo;

import org.jspecify.annotations.NullMarked;
