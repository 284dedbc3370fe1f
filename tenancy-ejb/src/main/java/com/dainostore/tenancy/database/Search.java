package com.dainostore.tenancy.database;

import java.util.Locale;
import java.util.regex.Pattern;

/** What all lists that people search have in common: a text of bounded length, pages that are counted from 1. */
public final class Search {
    private static final int LAST_PAGE = 100_000;
    private static final int LONGEST_TEXT = 120;

    /** PostgreSQL takes no NUL, and nobody means the others. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private Search() {}

    /** What was typed as it is looked for: without blanks around it and control characters, and cut where it is very long. */
    public static String text(String typed) {
        String stripped = CONTROL.matcher(typed).replaceAll(" ").strip();
        return stripped.length() <= LONGEST_TEXT ? stripped : stripped.substring(0, LONGEST_TEXT);
    }

    /** The page that is meant by any number. */
    public static int page(int number) {
        return Math.min(Math.max(number, 1), LAST_PAGE);
    }

    /** A text as a LIKE pattern that matches it anywhere in lower case, whatever characters it has. */
    public static String pattern(String text) {
        return "%"
                + text.toLowerCase(Locale.ROOT)
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                + "%";
    }
}
