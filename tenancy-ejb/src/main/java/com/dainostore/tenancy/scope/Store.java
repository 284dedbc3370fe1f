package com.dainostore.tenancy.scope;

/**
 * What every part of the platform may know of a store: who it is and how it lives. Immutable; where its data lies and
 * how to get in stays in the registry and is never part of it.
 */
public record Store(StoreId id, String handle, String name, StoreState state, String plan, String region) {}
