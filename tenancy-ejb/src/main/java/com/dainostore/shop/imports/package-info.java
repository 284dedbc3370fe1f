/**
 * Catalogs that come in as files of Shopify's form and go out in the same form: read row by row into tables of the store, shown
 * before anything is changed, then saved in batches by a job that can stop and go on. The boundary is
 * {@link com.dainostore.shop.imports.Imports}.
 *
 * <p>May use: shop.money, shop.catalog, tenancy.scope, tenancy.installation, tenancy.registry, tenancy.persistence, tenancy.jobs, tenancy.audit,
 * tenancy.security, tenancy.storage, tenancy.outbound.
 */
@NullMarked
package com.dainostore.shop.imports;

import org.jspecify.annotations.NullMarked;
