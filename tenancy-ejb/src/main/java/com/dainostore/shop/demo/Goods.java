package com.dainostore.shop.demo;

import com.dainostore.shop.catalog.ProductStatus;
import com.dainostore.shop.catalog.ProductView;
import com.dainostore.shop.catalog.SaveProduct;
import com.dainostore.shop.catalog.SaveProduct.SaveVariant;
import com.dainostore.shop.money.Money;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The goods of a demo store, from {@code <handle>.json} beside this class; the first in the file is to be the newest. */
final class Goods {
    private final String currency;

    private Goods(String currency) {
        this.currency = currency;
    }

    /** In the order in which they are to be made: the newest last. */
    static List<SaveProduct> of(DemoStore demo) {
        InputStream file = Objects.requireNonNull(Goods.class.getResourceAsStream(demo.handle() + ".json"));
        Goods goods = new Goods(demo.currency());
        try (JsonReader json = Json.createReader(file)) {
            List<SaveProduct> products = json.readArray().getValuesAs(JsonObject.class).stream()
                    .map(goods::product)
                    .collect(Collectors.toList());
            Collections.reverse(products);
            return products;
        }
    }

    private SaveProduct product(JsonObject json) {
        return new SaveProduct(
                json.getString("handle"),
                json.getString("title"),
                json.getString("description"),
                ProductStatus.ofCode(json.getString("status")).orElseThrow(),
                json.getString("vendor"),
                json.getString("type"),
                texts(json.getJsonArray("tags")),
                texts(json.getJsonArray("options")),
                json.getJsonArray("variants").getValuesAs(this::variant),
                new ProductView.Seo(null, null));
    }

    private SaveVariant variant(JsonObject json) {
        JsonNumber former = json.getJsonNumber("compareAtPrice");
        return new SaveVariant(
                null,
                json.getString("sku"),
                null,
                new Money(json.getInt("price"), currency),
                former == null ? null : new Money(former.longValue(), currency),
                null,
                texts(json.getJsonArray("options")),
                json.getInt("stock"));
    }

    private static List<String> texts(JsonArray array) {
        return array.getValuesAs(JsonString::getString);
    }
}
