package com.dainostore.shop.catalog;

import com.dainostore.tenancy.scope.StoreId;
import java.util.UUID;

/**
 * A product was made, changed or deleted. Fired after the commit, on one node, at least once, in the scope of the store: what
 * is kept beside the database (indexes, feeds) follows it.
 */
public record CatalogChanged(StoreId store, UUID product) {}
