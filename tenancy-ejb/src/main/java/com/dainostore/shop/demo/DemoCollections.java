package com.dainostore.shop.demo;

import com.dainostore.shop.catalog.CollectionRules;
import com.dainostore.shop.catalog.CollectionRules.Condition;
import com.dainostore.shop.catalog.CollectionRules.Field;
import com.dainostore.shop.catalog.CollectionRules.Relation;
import com.dainostore.shop.catalog.SaveCollection;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The collections of a demo store, from {@code collections.json} beside its goods: some picked, some that fill themselves. */
final class DemoCollections {
    private static final String PRODUCTS = "products";
    private final List<JsonObject> collections;

    DemoCollections(DemoStore demo) {
        InputStream file =
                Objects.requireNonNull(DemoCollections.class.getResourceAsStream(demo.handle() + "/collections.json"));
        try (JsonReader json = Json.createReader(file)) {
            collections = json.readArray().getValuesAs(JsonObject.class);
        }
    }

    /** The handles of all products that are picked. */
    Set<String> products() {
        return collections.stream().flatMap(DemoCollections::picked).collect(Collectors.toSet());
    }

    /** @param ids of the picked products, by their handles */
    List<SaveCollection> all(Map<String, UUID> ids) {
        return collections.stream().map(json -> collection(json, ids)).toList();
    }

    private static SaveCollection collection(JsonObject json, Map<String, UUID> ids) {
        return new SaveCollection(
                json.getString("handle"),
                json.getString("title"),
                json.getString("description").replaceAll("<[^>]*>", ""),
                true,
                rules(json),
                picked(json).map(ids::get).filter(Objects::nonNull).toList());
    }

    private static Stream<String> picked(JsonObject json) {
        return json.containsKey(PRODUCTS)
                ? json.getJsonArray(PRODUCTS).getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                : Stream.empty();
    }

    private static @Nullable CollectionRules rules(JsonObject json) {
        return json.containsKey("rules")
                ? new CollectionRules(
                        json.getString("match").equals("all"),
                        json.getJsonArray("rules").getValuesAs(DemoCollections::condition))
                : null;
    }

    /** As {@code {"field":"price","less":7000}}. */
    private static Condition condition(JsonObject json) {
        Field field = Field.ofCode(json.getString("field")).orElseThrow();
        Map.Entry<String, JsonValue> compared = json.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("field"))
                .findFirst()
                .orElseThrow();
        String value = compared.getValue() instanceof JsonString text
                ? text.getString()
                : compared.getValue().toString();
        return new Condition(field, Relation.ofCode(compared.getKey()).orElseThrow(), value);
    }
}
