package com.dainostore.shop.catalog;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What products must be like to be in a collection that fills itself. Letters count the same whether they are capital or not.
 *
 * @param all whether a product has to meet all conditions, or any of them
 */
public record CollectionRules(boolean all, List<Condition> conditions) {
    public static final int MOST = 20;

    public CollectionRules {
        conditions = List.copyOf(conditions);
    }

    /** What a condition looks at. */
    public enum Field {
        TAG,
        TITLE,
        TYPE,
        VENDOR,
        /** The lowest of the variants, in minor units. */
        PRICE,
        /** Pieces of all variants together. */
        STOCK;

        public boolean takes(Relation relation) {
            return switch (relation) {
                case IS, IS_NOT -> true;
                case CONTAINS, CONTAINS_NOT, STARTS_WITH, ENDS_WITH -> !number() && this != TAG;
                case GREATER, LESS -> number();
            };
        }

        public boolean number() {
            return this == PRICE || this == STOCK;
        }

        /** The name in APIs. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Field> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst();
        }
    }

    /** How it compares with the value of the condition. */
    public enum Relation {
        IS,
        IS_NOT,
        CONTAINS,
        CONTAINS_NOT,
        STARTS_WITH,
        ENDS_WITH,
        GREATER,
        LESS;

        /** The name in APIs. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Relation> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst();
        }
    }

    /**
     * One of the conditions.
     *
     * @param value a text, or a whole number in digits
     */
    public record Condition(Field field, Relation relation, String value) {
        @Override
        public String toString() {
            return field.code() + " " + relation.code() + " " + value;
        }
    }

    /** Tells what is wrong with these rules. */
    void check(TextRules texts) {
        texts.atMost("rules.conditions", conditions, MOST);
        if (conditions.isEmpty()) {
            texts.add("rules.conditions", "Give the collection at least one condition.");
        }
        for (int i = 0; i < conditions.size(); i++) {
            check(texts, "rules.conditions[" + i + "].", conditions.get(i));
        }
    }

    private static void check(TextRules texts, String path, Condition condition) {
        if (!condition.field().takes(condition.relation())) {
            texts.add(path + "relation", "This cannot be asked of it.");
        }
        texts.required(path + "value", condition.value(), "Say what it is compared with.");
        if (condition.field().number() && !whole(condition)) {
            texts.add(path + "value", "Use a number.");
        }
    }

    private static boolean whole(Condition condition) {
        try {
            long number = Long.parseLong(condition.value());
            long most = condition.field() == Field.PRICE ? ProductRules.MAX_AMOUNT : ProductRules.MAX_STOCK;
            return Math.abs(number) <= most && condition.value().equals(Long.toString(number));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** As the database keeps it. */
    String json() {
        JsonArrayBuilder array = Json.createArrayBuilder();
        conditions.forEach(one -> array.add(Json.createObjectBuilder()
                .add("field", one.field().code())
                .add("relation", one.relation().code())
                .add("value", one.value())));
        return Json.createObjectBuilder()
                .add("match", all ? "all" : "any")
                .add("conditions", array)
                .build()
                .toString();
    }

    static @Nullable CollectionRules ofJson(@Nullable String json) {
        if (json == null) {
            return null;
        }
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject rules = reader.readObject();
            return new CollectionRules(
                    "all".equals(rules.getString("match")),
                    rules.getJsonArray("conditions").getValuesAs(JsonObject.class).stream()
                            .map(CollectionRules::condition)
                            .toList());
        }
    }

    private static Condition condition(JsonObject json) {
        return new Condition(
                Field.ofCode(json.getString("field")).orElseThrow(),
                Relation.ofCode(json.getString("relation")).orElseThrow(),
                json.getString("value"));
    }
}
