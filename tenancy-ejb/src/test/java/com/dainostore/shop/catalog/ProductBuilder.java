package com.dainostore.shop.catalog;

import com.dainostore.shop.catalog.SaveProduct.SaveImage;
import com.dainostore.shop.catalog.SaveProduct.SaveVariant;
import com.dainostore.shop.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A product to save that is fine as it is, until a test changes something. */
final class ProductBuilder {
    private @Nullable String handle;
    private String title = "Pendant lamp";
    private String description = "Mouth-blown opal glass.";
    private ProductStatus status = ProductStatus.ACTIVE;
    private String vendor = "Aurora";
    private String type = "Lamp";
    private List<String> tags = List.of("light", "glass");
    private List<String> options = List.of();
    private List<SaveImage> images = List.of();
    private List<Metafield> metafields = List.of();
    private final List<SaveVariant> variants = new ArrayList<>();

    static ProductBuilder product() {
        return new ProductBuilder();
    }

    ProductBuilder handle(String value) {
        handle = value;
        return this;
    }

    ProductBuilder title(String value) {
        title = value;
        return this;
    }

    ProductBuilder description(String value) {
        description = value;
        return this;
    }

    ProductBuilder status(ProductStatus value) {
        status = value;
        return this;
    }

    ProductBuilder vendor(String value) {
        vendor = value;
        return this;
    }

    ProductBuilder type(String value) {
        type = value;
        return this;
    }

    ProductBuilder tags(String... values) {
        tags = List.of(values);
        return this;
    }

    ProductBuilder options(String... names) {
        options = List.of(names);
        return this;
    }

    ProductBuilder images(SaveImage... values) {
        images = List.of(values);
        return this;
    }

    ProductBuilder metafields(Metafield... values) {
        metafields = List.of(values);
        return this;
    }

    ProductBuilder variant(long price, int stock, String... values) {
        return variant(null, price, null, stock, values);
    }

    ProductBuilder variant(@Nullable UUID id, long price, @Nullable Long former, int stock, String... values) {
        return variant(SaveVariant.at(eur(price))
                .id(id)
                .sku("SKU")
                .compareAtPrice(former == null ? null : eur(former))
                .options(List.of(values))
                .stock(stock)
                .build());
    }

    ProductBuilder variant(SaveVariant variant) {
        variants.add(variant);
        return this;
    }

    SaveProduct build() {
        if (variants.isEmpty()) {
            variant(12_900, 3);
        }
        return SaveProduct.named(title)
                .handle(handle)
                .description(description)
                .status(status)
                .vendor(vendor)
                .type(type)
                .tags(tags)
                .options(options)
                .variants(variants)
                .images(images)
                .metafields(metafields)
                .build();
    }

    private static Money eur(long amount) {
        return new Money(amount, "EUR");
    }
}
