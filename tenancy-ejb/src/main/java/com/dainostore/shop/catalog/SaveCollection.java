package com.dainostore.shop.catalog;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A collection as it shall be after saving; what is not named here ends. Checked as a whole when it is saved.
 *
 * @param handle the last part of its address, or null to make one from the title, or to keep the one it has
 * @param rules what fills it, or null where the products are picked
 * @param products each once, in the order of the shop window; none where there are rules
 */
public record SaveCollection(
        @Nullable String handle,
        String title,
        String description,
        boolean published,
        @Nullable CollectionRules rules,
        List<UUID> products) {
    public static final int MAX_PRODUCTS = 1_000;

    public SaveCollection {
        products = List.copyOf(products);
    }

    /** A collection whose products are picked. */
    public SaveCollection(
            @Nullable String handle, String title, String description, boolean published, List<UUID> products) {
        this(handle, title, description, published, null, products);
    }
}
