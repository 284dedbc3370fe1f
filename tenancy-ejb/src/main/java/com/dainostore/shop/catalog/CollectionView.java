package com.dainostore.shop.catalog;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A collection with its products, for staff.
 *
 * @param description plain text, paragraphs parted by blank lines
 * @param published whether shoppers may see it
 * @param rules what fills it, or null where somebody picks the products
 * @param products those that were picked, in the order of the shop window
 * @param version grows with each change of the collection: what an update has to name
 */
public record CollectionView(
        UUID id,
        String handle,
        String title,
        String description,
        boolean published,
        @Nullable CollectionRules rules,
        List<Picked> products,
        long version) {

    public CollectionView {
        products = List.copyOf(products);
    }

    /** A product of a collection. */
    public record Picked(UUID id, String handle, String title, ProductStatus status) {}

    /** The ids of its products, in their order. */
    public List<UUID> productIds() {
        return products.stream().map(Picked::id).toList();
    }
}
