package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.RichText;
import com.dainostore.shop.catalog.VariantView;
import com.dainostore.shop.money.Money;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A product as search engines read it: JSON-LD with the words of schema.org. */
final class ProductData {
    /** Made once: {@link Json} would look for its provider in all archives at each call. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private static final String SCHEMA = "https://schema.org/";

    private ProductData() {}

    /** JSON that can stand inside a script element: no character in it can end the element or open a comment. */
    static String of(ProductView product, String address) {
        JsonObjectBuilder data = JSON.createObjectBuilder()
                .add("@context", SCHEMA)
                .add("@type", "Product")
                .add("name", product.title())
                .add("url", address)
                .add("offers", offers(product.variants()));
        if (!product.description().isBlank()) {
            data.add("description", RichText.plain(product.description()));
        }
        if (!product.vendor().isBlank()) {
            data.add("brand", JSON.createObjectBuilder().add("@type", "Brand").add("name", product.vendor()));
        }
        return escaped(data.build().toString());
    }

    private static JsonObjectBuilder offers(List<VariantView> variants) {
        List<Money> prices = variants.stream()
                .map(VariantView::price)
                .sorted(Comparator.comparingLong(Money::amount))
                .toList();
        boolean available = variants.stream().anyMatch(VariantView::available);
        return JSON.createObjectBuilder()
                .add("@type", "AggregateOffer")
                .add("offerCount", variants.size())
                .add("lowPrice", prices.get(0).toMajor().toPlainString())
                .add("highPrice", prices.get(prices.size() - 1).toMajor().toPlainString())
                .add("priceCurrency", prices.get(0).currency())
                .add("availability", SCHEMA + (available ? "InStock" : "OutOfStock"));
    }

    private static String escaped(String json) {
        return json.replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
