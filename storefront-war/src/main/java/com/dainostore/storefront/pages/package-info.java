/**
 * What shoppers see: the pages of a store, the landing page of the platform and the pages that tell what went wrong.
 * A page turns its address into a question for the shop, and the answer into words, prices and addresses for a template.
 *
 * <p>May use: tenancy.scope, tenancy.registry, tenancy.configuration, shop.catalog, shop.currencies, shop.money, shop.pages,
 * shop.theme.
 */
@NullMarked
package com.dainostore.storefront.pages;

import org.jspecify.annotations.NullMarked;
