package com.dainostore.tenancy.configuration;

import java.util.Optional;

/**
 * Whether a store has a feature, and why.
 *
 * @param own what was decided for this store alone; empty: it goes with the platform
 */
public record FlagState(Flag flag, boolean on, Optional<Boolean> own) {}
