package com.dainostore.shop.catalog;

import com.dainostore.shop.money.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product as it shall be after saving; what is not named here ends. Checked as a whole when it is saved.
 *
 * @param handle the last part of its address, or null to make one from the title
 * @param options the names of its options, none to three
 * @param variants at least one; one for each combination of option values that is for sale
 */
public record SaveProduct(
        @Nullable String handle,
        String title,
        String description,
        ProductStatus status,
        String vendor,
        String type,
        List<String> tags,
        List<String> options,
        List<SaveVariant> variants,
        ProductView.Seo seo) {
    public static final int MAX_OPTIONS = 3;
    public static final int MAX_VARIANTS = 250;

    public SaveProduct {
        tags = List.copyOf(tags);
        options = List.copyOf(options);
        variants = List.copyOf(variants);
    }

    /**
     * A variant as it shall be.
     *
     * @param id the variant of this product to keep, or null for a new one
     * @param cost what one piece costs the merchant, never shown to shoppers, or null to leave it as it is
     * @param options one value for each option of the product, in their order
     */
    public record SaveVariant(
            @Nullable UUID id,
            @Nullable String sku,
            @Nullable String barcode,
            Money price,
            @Nullable Money compareAtPrice,
            @Nullable Money cost,
            List<String> options,
            int stock) {
        public SaveVariant {
            options = List.copyOf(options);
        }
    }
}
