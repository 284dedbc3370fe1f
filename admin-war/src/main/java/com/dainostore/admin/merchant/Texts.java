package com.dainostore.admin.merchant;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Texts between a form, where nothing is an empty field, and the shop, where nothing is nothing. */
final class Texts {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Texts() {}

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    /** The id that a text spells, or empty. */
    static Optional<UUID> uuid(String text) {
        return UUID_FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
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
