package com.dainostore.shop.catalog;

import com.dainostore.shop.money.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One way to buy a product.
 *
 * @param compareAtPrice the former price, higher than {@code price}, or null
 * @param options one value for each option of the product, in their order
 * @param stock pieces on hand; 0 is sold out
 */
public record VariantView(
        UUID id,
        @Nullable String sku,
        @Nullable String barcode,
        Money price,
        @Nullable Money compareAtPrice,
        List<String> options,
        int stock) {
    public VariantView {
        options = List.copyOf(options);
    }

    public boolean available() {
        return stock > 0;
    }
}
