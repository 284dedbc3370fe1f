package com.dainostore.shop.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of several products that are saved together.
 *
 * @param id the product that is changed, or null for a new one
 */
public record Save(@Nullable UUID id, SaveProduct wanted) {}
