package com.dainostore.shop.demo;

import com.dainostore.shop.catalog.ProductStatus;
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
        return SaveProduct.named(json.getString("title"))
                .handle(json.getString("handle"))
                .description(json.getString("description"))
                .status(ProductStatus.ofCode(json.getString("status")).orElseThrow())
                .vendor(json.getString("vendor"))
                .type(json.getString("type"))
                .tags(texts(json.getJsonArray("tags")))
                .options(texts(json.getJsonArray("options")))
                .variants(json.getJsonArray("variants").getValuesAs(this::variant))
                .build();
    }

    private SaveVariant variant(JsonObject json) {
        JsonNumber former = json.getJsonNumber("compareAtPrice");
        return SaveVariant.at(new Money(json.getInt("price"), currency))
                .sku(json.getString("sku"))
                .compareAtPrice(former == null ? null : new Money(former.longValue(), currency))
                .options(texts(json.getJsonArray("options")))
                .stock(json.getInt("stock"))
                .build();
    }

    private static List<String> texts(JsonArray array) {
        return array.getValuesAs(JsonString::getString);
    }
}
