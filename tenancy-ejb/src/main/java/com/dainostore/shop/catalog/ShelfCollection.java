package com.dainostore.shop.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A collection as shoppers see it.
 *
 * @param description plain text, paragraphs parted by blank lines
 * @param products how many of its products are for sale
 * @param picture of the first of its products that has one, or null
 */
public record ShelfCollection(
        UUID id,
        String handle,
        String title,
        String description,
        long products,
        @Nullable PictureView picture) {}
