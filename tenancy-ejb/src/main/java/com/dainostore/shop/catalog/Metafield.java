package com.dainostore.shop.catalog;

/**
 * A field of the merchant's own on a product, with the names and types that Shopify gives them.
 *
 * @param namespace groups fields of one origin, as {@code custom}
 * @param key its name within the namespace
 * @param type as {@code number_integer} or {@code list.single_line_text_field}; one that is not known is text
 * @param value as text, in the form of the type
 */
public record Metafield(String namespace, String key, String type, String value) {
    public static final String TEXT = "single_line_text_field";

    /** What tells it from the other fields of the product: {@code custom.material}. */
    public String name() {
        return namespace + "." + key;
    }
}
