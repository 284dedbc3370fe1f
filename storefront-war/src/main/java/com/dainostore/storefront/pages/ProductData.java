package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.RichText;
import com.dainostore.shop.catalog.VariantView;
import com.dainostore.shop.money.Money;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A product as search engines read it: JSON-LD with the words of schema.org. */
final class ProductData {
    /** Made once: {@link Json} would look for its provider in all archives at each call. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private static final String SCHEMA = "https://schema.org/";

    private static final Pattern GTIN = Pattern.compile("[0-9]{8}|[0-9]{12,14}");

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
        if (!product.images().isEmpty()) {
            JsonArrayBuilder images = JSON.createArrayBuilder();
            product.images().forEach(picture -> images.add(Address.beside(address, Image.shared(picture))));
            data.add("image", images);
        }
        if (!product.category().isBlank()) {
            data.add("category", product.category());
        }
        if (product.variants().size() == 1) {
            addNumbers(data, product.variants().get(0));
        }
        if (!product.vendor().isBlank()) {
            data.add("brand", JSON.createObjectBuilder().add("@type", "Brand").add("name", product.vendor()));
        }
        return escaped(data.build().toString());
    }

    private static void addNumbers(JsonObjectBuilder data, VariantView variant) {
        if (variant.sku() != null) {
            data.add("sku", variant.sku());
        }
        if (variant.barcode() != null && GTIN.matcher(variant.barcode()).matches()) {
            data.add("gtin", variant.barcode());
        }
    }

    private static JsonObjectBuilder offers(List<VariantView> variants) {
        return variants.size() == 1 ? offer(variants.get(0)) : range(variants);
    }

    private static JsonObjectBuilder offer(VariantView variant) {
        return JSON.createObjectBuilder()
                .add("@type", "Offer")
                .add("price", variant.price().toMajor().toPlainString())
                .add("priceCurrency", variant.price().currency())
                .add("availability", availability(variant.available()));
    }

    private static String availability(boolean available) {
        return SCHEMA + (available ? "InStock" : "OutOfStock");
    }

    private static JsonObjectBuilder range(List<VariantView> variants) {
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
                .add("availability", availability(available));
    }

    private static String escaped(String json) {
        return json.replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
