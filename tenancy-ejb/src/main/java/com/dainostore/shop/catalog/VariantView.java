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
 * @param stock pieces on hand, as far as they are counted
 * @param picture the file of that picture of the product which shows this variant, or null
 */
public record VariantView(
        UUID id,
        @Nullable String sku,
        @Nullable String barcode,
        Money price,
        @Nullable Money compareAtPrice,
        List<String> options,
        int stock,
        Handling handling,
        @Nullable UUID picture) {
    public VariantView {
        options = List.copyOf(options);
    }

    public boolean available() {
        return handling.available(stock);
    }

    /** The same at another price. */
    public VariantView at(Money otherPrice, @Nullable Money former) {
        return new VariantView(id, sku, barcode, otherPrice, former, options, stock, handling, picture);
    }
}
