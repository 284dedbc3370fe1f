package com.dainostore.admin.merchant;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Texts between a form, where nothing is an empty field, and the shop, where nothing is nothing. */
final class Texts {
    private Texts() {}

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    /** What commas part, each once; empty parts are left out. */
    static Stream<String> parts(String text) {
        return Arrays.stream(text.split("[,\\r\\n]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct();
    }

    static List<String> list(String text) {
        return parts(text).toList();
    }
}
