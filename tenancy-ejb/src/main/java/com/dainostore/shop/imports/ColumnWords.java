package com.dainostore.shop.imports;

import java.util.ArrayList;
import java.util.List;

/** What a column is taken for, in the words of Shopify's header: how people say it, and back. */
public final class ColumnWords {
    private static final String KEPT = "Kept as it is";
    private static final String LEFT_OUT = "Left out";

    private ColumnWords() {}

    /** @param target as in {@link ImportView#targets} */
    public static String word(String target) {
        return switch (target) {
            case Columns.KEEP -> KEPT;
            case Columns.IGNORE -> LEFT_OUT;
            default -> Field.ofCode(target).map(field -> field.names().get(0)).orElseGet(() -> other(target));
        };
    }

    private static String other(String target) {
        return target.startsWith("option")
                ? target.replaceFirst("option([0-9]+)", "Option$1 ")
                : target.replaceFirst("metafield:(.*)", "Field (product.metafields.$1)");
    }

    /** What a word means; empty where it means nothing. */
    public static String target(String word) {
        if (word.equalsIgnoreCase(KEPT)) {
            return Columns.KEEP;
        }
        if (word.equalsIgnoreCase(LEFT_OUT)) {
            return Columns.IGNORE;
        }
        String target = Columns.target(word);
        return target.equals(Columns.KEEP) || target.equals(Columns.IGNORE) ? "" : target;
    }

    /** Those to choose from. */
    public static List<String> all() {
        List<String> words = new ArrayList<>(List.of(KEPT, LEFT_OUT));
        for (Field field : Field.values()) {
            words.add(field.names().get(0));
        }
        for (int i = 1; i <= 3; i++) {
            words.add("Option" + i + " Name");
            words.add("Option" + i + " Value");
        }
        return words;
    }
}
