package com.dainostore.shop.catalog;

import com.dainostore.tenancy.scope.StoreId;

/**
 * Something that shoppers may see of the catalog changes in this transaction. Fired on the node that changes it, for what it
 * keeps in memory; other nodes see it by {@link CatalogVersions}.
 */
public record CatalogTouched(StoreId store) {}
