package com.dainostore.tenancy.persistence;

import com.dainostore.tenancy.scope.StoreId;

/** Fired on this node after it has opened a store; what was left undone in the store's database can go on. */
public record StoreOpened(StoreId store) {}
