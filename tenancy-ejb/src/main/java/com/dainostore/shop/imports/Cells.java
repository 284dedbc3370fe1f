package com.dainostore.shop.imports;

import java.util.regex.Pattern;

/** Texts as cells hold them: without what a database does not take, and without what a spreadsheet needs to leave them alone. */
final class Cells {
    /** What a spreadsheet takes for a formula; an apostrophe before it says that it is none. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private static final Pattern MARKED = Pattern.compile("'+[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private Cells() {}

    /** Without surrounding white space and the character 0. */
    static String clean(String cell) {
        return (cell.indexOf('\0') < 0 ? cell : cell.replace("\0", "")).strip();
    }

    /** A text so that no spreadsheet takes it for a formula. */
    static String mark(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** The text that {@link #mark} made this of. */
    static String unmark(String cell) {
        return MARKED.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    /** As {@link #mark} for numbers that are texts, which often have such an apostrophe. */
    static String markCode(String code) {
        return code.startsWith("'") ? "'" + code : mark(code);
    }

    /** The text that {@link #markCode} made this of. */
    static String unmarkCode(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }
}
