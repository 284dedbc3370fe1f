package com.dainostore.shop.imports;

import com.dainostore.shop.catalog.Handles;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** The addresses of products as files have them, made ones that this platform takes: the same ones each time. */
final class Handle {
    private static final Pattern SPELLABLE = Pattern.compile("[A-Za-z0-9 _.'-]*[A-Za-z0-9][A-Za-z0-9 _.'-]*");
    private static final int LONGEST = 100;

    private Handle() {}

    /** Empty where the row has neither a handle nor a title. */
    static String of(String handle, String title) {
        return handle.isEmpty() ? ofTitle(title) : ofHandle(handle);
    }

    private static String ofHandle(String handle) {
        String lower = handle.toLowerCase(Locale.ROOT);
        if (Handles.valid(lower)) {
            return lower;
        }
        boolean kept = SPELLABLE.matcher(handle).matches() && handle.length() <= LONGEST;
        return kept ? Handles.ofTitle(handle) : Handles.ofTitle(handle) + "-" + print(handle);
    }

    private static String ofTitle(String title) {
        if (title.isEmpty()) {
            return "";
        }
        boolean kept = title.codePoints().anyMatch(c -> c < 128 && Character.isLetterOrDigit(c));
        return kept ? Handles.ofTitle(title) : Handles.ofTitle(title) + "-" + print(title);
    }

    /** Tells apart what cannot be spelled in ASCII. */
    private static String print(String text) {
        return Hashing.sha256()
                .hashString(text, StandardCharsets.UTF_8)
                .toString()
                .substring(0, 8);
    }
}
