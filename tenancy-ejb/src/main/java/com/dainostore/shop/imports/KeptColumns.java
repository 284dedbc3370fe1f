package com.dainostore.shop.imports;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Columns that mean nothing here are kept as fields of the product, under a key that says the name of the column, so that an
 * export has them again.
 */
final class KeptColumns {
    static final String NAMESPACE = "shopify-csv";
    private static final int LONGEST = 64;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9.-]");
    private static final Pattern CODE = Pattern.compile("\\$([0-9a-f]{1,6})-|_|:|[A-Za-z0-9.-]");

    private KeptColumns() {}

    /** Whether the name is short enough to be kept. */
    static boolean fits(String name) {
        return !name.isEmpty() && key(name).length() <= LONGEST;
    }

    static String key(String name) {
        StringBuilder key = new StringBuilder();
        name.codePoints().forEach(c -> {
            String letter = Character.toString(c);
            if (PLAIN.matcher(letter).matches()) {
                key.append(letter);
            } else if (c == ' ') {
                key.append('_');
            } else if (c == '/') {
                key.append(':');
            } else {
                key.append('$').append(Integer.toHexString(c)).append('-');
            }
        });
        return key.toString();
    }

    /** The name of the column that has this key. */
    static String name(String key) {
        StringBuilder name = new StringBuilder();
        Matcher codes = CODE.matcher(key);
        while (codes.find()) {
            String code = codes.group();
            if (codes.group(1) != null) {
                name.appendCodePoint(Math.min(Integer.parseInt(codes.group(1), 16), Character.MAX_CODE_POINT));
            } else {
                name.append(code.equals("_") ? " " : code.equals(":") ? "/" : code);
            }
        }
        return name.toString();
    }
}
