package com.dainostore.tenancy.registry;

import com.dainostore.tenancy.scope.StoreId;

/**
 * Fired on every node after something about a store changed in the registry: its state, its names, its settings or the
 * way to its database. It may be fired more than once for one change.
 */
public record StoreChanged(StoreId store) {}
