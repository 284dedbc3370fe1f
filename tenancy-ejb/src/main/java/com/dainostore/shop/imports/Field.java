package com.dainostore.shop.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a column can be of a product, a variant or a picture, with the names that the headers have for it. */
enum Field {
    HANDLE("handle", Of.PRODUCT, "Handle", "URL handle"),
    TITLE("title", Of.PRODUCT, "Title"),
    DESCRIPTION("description", Of.PRODUCT, "Body (HTML)", "Body HTML", "Description"),
    VENDOR("vendor", Of.PRODUCT, "Vendor"),
    CATEGORY("category", Of.PRODUCT, "Product Category", "Standardized Product Type", "Standard Product Type"),
    TYPE("type", Of.PRODUCT, "Type", "Custom Product Type", "Product Type"),
    TAGS("tags", Of.PRODUCT, "Tags"),
    PUBLISHED("published", Of.PRODUCT, "Published", "Published on online store"),
    STATUS("status", Of.PRODUCT, "Status"),
    GIFT_CARD("giftCard", Of.PRODUCT, "Gift Card"),
    SEO_TITLE("seoTitle", Of.PRODUCT, "SEO Title"),
    SEO_DESCRIPTION("seoDescription", Of.PRODUCT, "SEO Description"),
    SKU("sku", Of.VARIANT, "Variant SKU", "SKU"),
    BARCODE("barcode", Of.VARIANT, "Variant Barcode", "Barcode"),
    PRICE("price", Of.VARIANT, "Variant Price", "Price"),
    COMPARE_AT_PRICE("compareAtPrice", Of.VARIANT, "Variant Compare At Price", "Compare At Price", "Compare-at price"),
    COST("cost", Of.VARIANT, "Cost per item"),
    WEIGHT("weight", Of.VARIANT, "Variant Grams", "Weight value (grams)"),
    WEIGHT_UNIT("weightUnit", Of.VARIANT, "Variant Weight Unit", "Weight unit for display"),
    TRACKER("tracker", Of.VARIANT, "Variant Inventory Tracker", "Inventory tracker"),
    STOCK("stock", Of.VARIANT, "Variant Inventory Qty", "Inventory quantity"),
    OVERSELL("oversell", Of.VARIANT, "Variant Inventory Policy", "Continue selling when out of stock"),
    REQUIRES_SHIPPING("requiresShipping", Of.VARIANT, "Variant Requires Shipping", "Requires shipping"),
    TAXABLE("taxable", Of.VARIANT, "Variant Taxable", "Charge tax"),
    TAX_CODE("taxCode", Of.VARIANT, "Variant Tax Code", "Tax code"),
    VARIANT_IMAGE("variantImage", Of.VARIANT, "Variant Image", "Variant image URL"),
    IMAGE("image", Of.PICTURE, "Image Src", "Product image URL"),
    IMAGE_POSITION("imagePosition", Of.PICTURE, "Image Position"),
    IMAGE_ALT("imageAlt", Of.PICTURE, "Image Alt Text");

    private enum Of {
        PRODUCT,
        VARIANT,
        PICTURE
    }

    private final String code;
    private final Of of;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> names;

    Field(String code, Of of, String... names) {
        this.code = code;
        this.of = of;
        this.names = List.of(names);
    }

    String code() {
        return code;
    }

    /** As both headers have it, the older first. */
    List<String> names() {
        return names;
    }

    boolean ofVariant() {
        return of == Of.VARIANT;
    }

    boolean ofProduct() {
        return of == Of.PRODUCT;
    }

    static Optional<Field> ofCode(String code) {
        return Arrays.stream(values()).filter(field -> field.code.equals(code)).findFirst();
    }
}
