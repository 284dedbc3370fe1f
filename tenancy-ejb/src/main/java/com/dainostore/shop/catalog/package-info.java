/**
 * What a store sells: products, their options and variants, as shoppers see them and as staff keep them. The boundary is
 * {@link com.dainostore.shop.catalog.Catalog}; entities stay inside.
 *
 * <p>May use: shop.money, tenancy.scope, tenancy.database, tenancy.registry, tenancy.persistence, tenancy.configuration, tenancy.jobs, tenancy.audit,
 * tenancy.security, tenancy.storage.
 */
@NullMarked
package com.dainostore.shop.catalog;

import org.jspecify.annotations.NullMarked;
