package com.dainostore.shop.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A collection as a shop window shows it.
 *
 * @param picture of the first of its products that has one, or null
 */
public record CollectionCard(
        String handle, String title, @Nullable PictureView picture) {}
