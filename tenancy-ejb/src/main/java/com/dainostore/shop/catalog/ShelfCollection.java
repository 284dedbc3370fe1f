package com.dainostore.shop.catalog;

import java.util.UUID;

/**
 * A collection as shoppers see it.
 *
 * @param description plain text, paragraphs parted by blank lines
 * @param products how many of its products are for sale
 */
public record ShelfCollection(UUID id, String handle, String title, String description, long products) {}
