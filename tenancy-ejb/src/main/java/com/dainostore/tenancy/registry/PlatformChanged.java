package com.dainostore.tenancy.registry;

/**
 * Fired on every node after something about the platform as a whole changed in the registry: its servers, its flags. It
 * may be fired more than once for one change.
 */
public record PlatformChanged() {}
