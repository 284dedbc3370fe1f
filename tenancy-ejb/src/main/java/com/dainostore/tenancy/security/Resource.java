package com.dainostore.tenancy.security;

import com.dainostore.tenancy.scope.StoreId;

/** What somebody wants to act on: an area of one store. */
public record Resource(StoreId store, Area area) {}
