package com.dainostore.storefront.api;

import com.dainostore.shop.money.Money;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/** What JSON answers are put together from. {@link Json} would look for its provider in all archives at each call. */
public final class Parts {
    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    private Parts() {}

    public static JsonObjectBuilder object() {
        return BUILDERS.createObjectBuilder();
    }

    public static JsonArrayBuilder array() {
        return BUILDERS.createArrayBuilder();
    }

    static JsonObjectBuilder money(Money amount) {
        return object().add("amount", amount.amount()).add("currency", amount.currency());
    }
}
