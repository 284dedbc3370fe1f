package com.dainostore.shop.catalog;

import java.time.Instant;
import java.util.UUID;

/**
 * A collection as a list shows it.
 *
 * @param ruled whether it fills itself
 * @param products how many it has, drafts and archived ones included
 */
public record CollectionRow(
        UUID id, String handle, String title, boolean published, boolean ruled, long products, Instant changedAt) {}
