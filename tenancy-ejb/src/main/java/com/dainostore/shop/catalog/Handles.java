package com.dainostore.shop.catalog;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What addresses of products look like: lower-case ASCII letters and digits in words joined by hyphens. */
public final class Handles {
    static final int MAX_LENGTH = 120;

    /** Leaves room for the number that tells two products of the same title apart. */
    private static final int MAX_SUGGESTION = 100;

    private static final String NAMELESS = "product";
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^a-z0-9]+");
    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            Map.entry((int) 'ä', "ae"),
            Map.entry((int) 'ö', "oe"),
            Map.entry((int) 'ü', "ue"),
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'ø', "oe"),
            Map.entry((int) 'å', "aa"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'ı', "i"),
            Map.entry((int) '&', " and "),
            Map.entry((int) '\'', ""),
            Map.entry((int) '’', ""));

    private Handles() {}

    public static boolean valid(String handle) {
        return handle.length() <= MAX_LENGTH && FORM.matcher(handle).matches();
    }

    /** The handle that a title suggests; titles without a letter or digit of ASCII give {@code product}. */
    public static String ofTitle(String title) {
        String spelled = Normalizer.normalize(title, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .collect(StringBuilder::new, Handles::spell, StringBuilder::append)
                .toString();
        String plain = MARKS.matcher(Normalizer.normalize(spelled, Normalizer.Form.NFKD))
                .replaceAll("");
        String handle = cut(strip(GAPS.matcher(plain).replaceAll("-")));
        return handle.isEmpty() ? NAMELESS : handle;
    }

    private static void spell(StringBuilder out, int letter) {
        String ascii = LETTERS.get(letter);
        if (ascii == null) {
            out.appendCodePoint(letter);
        } else {
            out.append(ascii);
        }
    }

    /** The first handle of {@code h}, {@code h-2}, {@code h-3} and so on that is not taken. */
    static String firstFree(String handle, Set<String> taken) {
        return IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> i == 1 ? handle : handle + "-" + i)
                .filter(variation -> !taken.contains(variation))
                .findFirst()
                .orElseThrow();
    }

    private static String cut(String handle) {
        return handle.length() <= MAX_SUGGESTION ? handle : strip(handle.substring(0, MAX_SUGGESTION));
    }

    private static String strip(String handle) {
        int start = handle.startsWith("-") ? 1 : 0;
        int end = handle.endsWith("-") ? handle.length() - 1 : handle.length();
        return start >= end ? "" : handle.substring(start, end);
    }
}
