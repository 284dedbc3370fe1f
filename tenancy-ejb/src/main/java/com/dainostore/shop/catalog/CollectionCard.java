package com.dainostore.shop.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A collection as a shop window shows it.
 *
 * @param products how many of its products are for sale, at least one
 * @param picture of the first of them that has one, or null
 */
public record CollectionCard(
        String handle,
        String title,
        long products,
        @Nullable PictureView picture) {}
