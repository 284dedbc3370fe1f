package com.dainostore.shop.catalog;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product with everything that its page shows.
 *
 * @param description plain text, paragraphs parted by blank lines
 * @param vendor empty where the product names none, as is {@code type}
 * @param options none, or up to three such as colour and size; a product without options has exactly one variant
 * @param variants at least one, in the order of the shop window
 * @param version grows with each change: what an update has to name
 */
public record ProductView(
        UUID id,
        String handle,
        String title,
        String description,
        ProductStatus status,
        String vendor,
        String type,
        List<String> tags,
        List<OptionView> options,
        List<VariantView> variants,
        Seo seo,
        long version) {

    public ProductView {
        tags = List.copyOf(tags);
        options = List.copyOf(options);
        variants = List.copyOf(variants);
    }

    /** A choice to make, with the values that some variant has, in the order of the variants. */
    public record OptionView(String name, List<String> values) {
        public OptionView {
            values = List.copyOf(values);
        }
    }

    /** What search engines show instead of title and description, where given. */
    public record Seo(@Nullable String title, @Nullable String description) {}
}
