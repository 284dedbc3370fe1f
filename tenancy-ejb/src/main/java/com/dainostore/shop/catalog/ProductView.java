package com.dainostore.shop.catalog;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product with everything that its page shows.
 *
 * @param description HTML of few harmless elements, as {@link RichText} writes it
 * @param vendor empty where the product names none, as are {@code type} and {@code category}
 * @param options such as colour and size; a product without options has exactly one variant
 * @param variants at least one, in the order of the shop window
 * @param images in the order of the gallery
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
        String category,
        boolean giftCard,
        List<String> tags,
        List<OptionView> options,
        List<VariantView> variants,
        List<PictureView> images,
        List<Metafield> metafields,
        Seo seo,
        long version) {

    public ProductView {
        tags = List.copyOf(tags);
        options = List.copyOf(options);
        variants = List.copyOf(variants);
        images = List.copyOf(images);
        metafields = List.copyOf(metafields);
    }

    /** The same with other variants. */
    public ProductView with(List<VariantView> others) {
        return new ProductView(
                id,
                handle,
                title,
                description,
                status,
                vendor,
                type,
                category,
                giftCard,
                tags,
                options,
                others,
                images,
                metafields,
                seo,
                version);
    }

    /** A choice to make, with the values that some variant has, in the order of the variants. */
    public record OptionView(String name, List<String> values) {
        public OptionView {
            values = List.copyOf(values);
        }
    }

    /** What search engines show instead of title and description, where given. */
    public record Seo(@Nullable String title, @Nullable String description) {
        public static final Seo NONE = new Seo(null, null);
    }
}
