package com.dainostore.admin.merchant;

import com.dainostore.shop.catalog.CollectionRules;
import com.dainostore.shop.catalog.CollectionRules.Condition;
import com.dainostore.shop.catalog.CollectionRules.Field;
import com.dainostore.shop.catalog.CollectionRules.Relation;
import com.dainostore.shop.money.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What fills a collection, as its form holds it: texts as they were typed, whether they make sense or not. Immutable; each change
 * gives a new one.
 *
 * @param filling {@code hand}, or {@code all} or {@code any} of the conditions
 */
public record RulesForm(String filling, List<Row> rows) {
    static final String HAND = "hand";

    /** Somebody picks the products. */
    static final RulesForm NONE = new RulesForm(HAND, List.of());

    private static final Row EMPTY = new Row(Field.TAG.code(), Relation.IS.code(), "");

    public RulesForm {
        rows = List.copyOf(rows);
    }

    /** A condition; its value is an amount as people type it where the field is the price. */
    public record Row(String field, String relation, String value) {}

    static RulesForm of(@Nullable CollectionRules rules, String currency) {
        return rules == null
                ? NONE
                : new RulesForm(
                        rules.all() ? "all" : "any",
                        rules.conditions().stream()
                                .map(one -> row(one, currency))
                                .toList());
    }

    private static Row row(Condition condition, String currency) {
        String value = condition.field() == Field.PRICE
                ? Amounts.text(new Money(Long.parseLong(condition.value()), currency))
                : condition.value();
        return new Row(condition.field().code(), condition.relation().code(), value);
    }

    public boolean byHand() {
        return !filling.equals("all") && !filling.equals("any");
    }

    /** Null where somebody picks the products. */
    @Nullable
    CollectionRules wanted(String currency) {
        return byHand()
                ? null
                : new CollectionRules(
                        filling.equals("all"),
                        rows.stream().map(row -> condition(row, currency)).toList());
    }

    private static Condition condition(Row row, String currency) {
        Field field = Field.ofCode(row.field()).orElse(Field.TAG);
        String value = row.value().strip();
        return new Condition(
                field,
                Relation.ofCode(row.relation()).orElse(Relation.IS),
                field == Field.PRICE
                        ? Amounts.read(value, currency)
                                .map(amount -> Long.toString(amount.amount()))
                                .orElse(value.isEmpty() ? "" : "?")
                        : value);
    }

    /**
     * After a button that changes the conditions and saves nothing.
     *
     * @param change the word on the button
     * @param what what it is about: a way of filling, or the place of a condition
     */
    RulesForm after(String change, String what) {
        List<Row> changed = new ArrayList<>(rows);
        switch (change) {
            case "fill" -> {
                if (changed.isEmpty() && !what.equals(HAND)) {
                    changed.add(EMPTY);
                }
                return new RulesForm(what, changed);
            }
            case "condition" -> {
                if (changed.size() < CollectionRules.MOST) {
                    changed.add(EMPTY);
                }
            }
            case "no-condition" -> {
                int place = what.matches("[0-9]{1,2}") ? Integer.parseInt(what) : -1;
                if (place >= 0 && place < changed.size()) {
                    changed.remove(place);
                }
            }
            default -> {
                return this;
            }
        }
        return new RulesForm(filling, changed);
    }

    /** The fields of the form by the names that refusals use. */
    static Map<String, String> names() {
        Map<String, String> names = new TreeMap<>();
        names.put("rules.conditions", "condition-add");
        for (int i = 0; i < CollectionRules.MOST; i++) {
            names.put("rules.conditions[" + i + "].relation", "condition-" + i + "-relation");
            names.put("rules.conditions[" + i + "].value", "condition-" + i + "-value");
        }
        return names;
    }

    /** One line each, as people read it. */
    List<String> lines() {
        return byHand()
                ? List.of()
                : rows.stream()
                        .map(row -> word(row.field()) + " " + word(row.relation()) + " " + row.value())
                        .toList();
    }

    /** What can be asked, by its code. */
    static List<Word> fields() {
        return Arrays.stream(Field.values())
                .map(one -> new Word(one.code(), word(one.code())))
                .toList();
    }

    static List<Word> relations() {
        return Arrays.stream(Relation.values())
                .map(one -> new Word(one.code(), word(one.code())))
                .toList();
    }

    /** A choice and what it is called. */
    public record Word(String code, String text) {}

    private static String word(String code) {
        return switch (code) {
            case "tag" -> "Tag";
            case "title" -> "Title";
            case "type" -> "Type";
            case "vendor" -> "Vendor";
            case "price" -> "Price";
            case "stock" -> "Stock";
            case "is_not" -> "is not";
            case "contains_not" -> "does not contain";
            case "starts_with" -> "starts with";
            case "ends_with" -> "ends with";
            case "greater" -> "is greater than";
            case "less" -> "is less than";
            default -> code;
        };
    }
}
