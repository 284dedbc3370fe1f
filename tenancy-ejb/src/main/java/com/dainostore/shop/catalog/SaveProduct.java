package com.dainostore.shop.catalog;

import com.dainostore.shop.money.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product as it shall be after saving; what is not named here ends. Checked as a whole when it is saved. Made by its
 * {@link Builder}, which begins with an empty product or with one that there is.
 *
 * @param handle the last part of its address, or null to make one from the title
 * @param description HTML, of which {@link RichText} keeps what is harmless; text without any tag becomes paragraphs
 * @param category the place in a tree of kinds of goods, as {@code Home > Lighting}, or empty
 * @param options the names of its options
 * @param variants at least one; one for each combination of option values that is for sale
 * @param images in the order of the gallery, each file once
 */
public record SaveProduct(
        @Nullable String handle,
        String title,
        String description,
        ProductStatus status,
        String vendor,
        String type,
        String category,
        boolean giftCard,
        List<String> tags,
        List<String> options,
        List<SaveVariant> variants,
        List<SaveImage> images,
        List<Metafield> metafields,
        ProductView.Seo seo) {
    public static final int MAX_OPTIONS = 10;
    public static final int MAX_VARIANTS = 2_000;
    public static final int MAX_IMAGES = 250;
    public static final int MAX_METAFIELDS = 250;

    public SaveProduct {
        tags = List.copyOf(tags);
        options = List.copyOf(options);
        variants = List.copyOf(variants);
        images = List.copyOf(images);
        metafields = List.copyOf(metafields);
    }

    /** Begins with a draft that has nothing but a title. */
    public static Builder named(String title) {
        return new Builder(title);
    }

    /** Begins with everything as it is: what is not named stays. */
    public static Builder of(ProductView product) {
        return new Builder(product);
    }

    /** Begins with this. */
    public Builder change() {
        return new Builder(this);
    }

    /**
     * A picture of the product.
     *
     * @param file a picture of the store
     * @param source the address or name that it was imported from, or null to leave it as it is
     */
    public record SaveImage(UUID file, String alt, @Nullable String source) {
        public static SaveImage of(PictureView picture) {
            return new SaveImage(picture.file(), picture.alt(), picture.source());
        }
    }

    /**
     * A variant as it shall be.
     *
     * @param id the variant of this product to keep, or null for a new one
     * @param cost what one piece costs the merchant, never shown to shoppers, or null to leave it as it is
     * @param options one value for each option of the product, in their order
     * @param picture the file of one of the product's images, or null
     * @param stockSeen the stock that was shown to whoever wants this one: only the difference counts, so that what was sold
     *     meanwhile stays sold; null: the stock is so, whatever it was
     */
    public record SaveVariant(
            @Nullable UUID id,
            @Nullable String sku,
            @Nullable String barcode,
            Money price,
            @Nullable Money compareAtPrice,
            @Nullable Money cost,
            List<String> options,
            int stock,
            Handling handling,
            @Nullable UUID picture,
            @Nullable Integer stockSeen) {
        public SaveVariant {
            options = List.copyOf(options);
        }

        SaveVariant withoutCost() {
            return new SaveVariant(
                    id, sku, barcode, price, compareAtPrice, null, options, stock, handling, picture, stockSeen);
        }

        /** Begins with a new one that has nothing but a price. */
        public static VariantBuilder at(Money price) {
            return new VariantBuilder(price);
        }

        /** Begins with everything as it is. */
        public static VariantBuilder of(VariantView variant) {
            return new VariantBuilder(variant);
        }
    }

    /** Changes what is named, and leaves the rest. */
    public static final class Builder {
        private @Nullable String handle;
        private String title;
        private String description = "";
        private ProductStatus status = ProductStatus.DRAFT;
        private String vendor = "";
        private String type = "";
        private String category = "";
        private boolean giftCard;
        private List<String> tags = List.of();
        private List<String> options = List.of();
        private List<SaveVariant> variants = List.of();
        private List<SaveImage> images = List.of();
        private List<Metafield> metafields = List.of();
        private ProductView.Seo seo = ProductView.Seo.NONE;

        private Builder(String title) {
            this.title = title;
        }

        private Builder(ProductView product) {
            handle = product.handle();
            title = product.title();
            description = product.description();
            status = product.status();
            vendor = product.vendor();
            type = product.type();
            category = product.category();
            giftCard = product.giftCard();
            tags = product.tags();
            options =
                    product.options().stream().map(ProductView.OptionView::name).toList();
            variants = product.variants().stream()
                    .map(variant -> SaveVariant.of(variant).build())
                    .toList();
            images = product.images().stream().map(SaveImage::of).toList();
            metafields = product.metafields();
            seo = product.seo();
        }

        private Builder(SaveProduct product) {
            handle = product.handle;
            title = product.title;
            description = product.description;
            status = product.status;
            vendor = product.vendor;
            type = product.type;
            category = product.category;
            giftCard = product.giftCard;
            tags = product.tags;
            options = product.options;
            variants = product.variants;
            images = product.images;
            metafields = product.metafields;
            seo = product.seo;
        }

        public Builder handle(@Nullable String value) {
            handle = value;
            return this;
        }

        public Builder title(String value) {
            title = value;
            return this;
        }

        public Builder description(String value) {
            description = value;
            return this;
        }

        public Builder status(ProductStatus value) {
            status = value;
            return this;
        }

        public Builder vendor(String value) {
            vendor = value;
            return this;
        }

        public Builder type(String value) {
            type = value;
            return this;
        }

        public Builder category(String value) {
            category = value;
            return this;
        }

        public Builder giftCard(boolean value) {
            giftCard = value;
            return this;
        }

        public Builder tags(List<String> value) {
            tags = value;
            return this;
        }

        public Builder options(List<String> value) {
            options = value;
            return this;
        }

        public Builder variants(List<SaveVariant> value) {
            variants = value;
            return this;
        }

        public Builder images(List<SaveImage> value) {
            images = value;
            return this;
        }

        public Builder metafields(List<Metafield> value) {
            metafields = value;
            return this;
        }

        public Builder seo(@Nullable String seoTitle, @Nullable String seoDescription) {
            seo = new ProductView.Seo(seoTitle, seoDescription);
            return this;
        }

        public SaveProduct build() {
            return new SaveProduct(
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
                    variants,
                    images,
                    metafields,
                    seo);
        }
    }

    /** Changes what is named, and leaves the rest. */
    public static final class VariantBuilder {
        private @Nullable UUID id;
        private @Nullable String sku;
        private @Nullable String barcode;
        private Money price;
        private @Nullable Money compareAtPrice;
        private @Nullable Money cost;
        private List<String> options = List.of();
        private int stock;
        private Handling handling = Handling.USUAL;
        private @Nullable UUID picture;
        private @Nullable Integer stockSeen;

        private VariantBuilder(Money price) {
            this.price = price;
        }

        private VariantBuilder(VariantView variant) {
            id = variant.id();
            sku = variant.sku();
            barcode = variant.barcode();
            price = variant.price();
            compareAtPrice = variant.compareAtPrice();
            options = variant.options();
            stock = variant.stock();
            handling = variant.handling();
            picture = variant.picture();
        }

        public VariantBuilder id(@Nullable UUID value) {
            id = value;
            return this;
        }

        public VariantBuilder sku(@Nullable String value) {
            sku = value;
            return this;
        }

        public VariantBuilder barcode(@Nullable String value) {
            barcode = value;
            return this;
        }

        public VariantBuilder price(Money value) {
            price = value;
            return this;
        }

        public VariantBuilder compareAtPrice(@Nullable Money value) {
            compareAtPrice = value;
            return this;
        }

        public VariantBuilder cost(@Nullable Money value) {
            cost = value;
            return this;
        }

        public VariantBuilder options(List<String> value) {
            options = value;
            return this;
        }

        public VariantBuilder stock(int value) {
            stock = value;
            return this;
        }

        public VariantBuilder stockSeen(@Nullable Integer value) {
            stockSeen = value;
            return this;
        }

        public VariantBuilder handling(Handling value) {
            handling = value;
            return this;
        }

        public VariantBuilder picture(@Nullable UUID value) {
            picture = value;
            return this;
        }

        public SaveVariant build() {
            return new SaveVariant(
                    id, sku, barcode, price, compareAtPrice, cost, options, stock, handling, picture, stockSeen);
        }
    }
}
