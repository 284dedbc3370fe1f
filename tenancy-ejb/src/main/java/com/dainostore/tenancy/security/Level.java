package com.dainostore.tenancy.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much somebody may do in an {@link Area}; each level holds those before it. */
public enum Level {
    NONE,
    /** See. */
    VIEW,
    /** Make and change. */
    EDIT,
    /** Also what cannot be undone or concerns the whole: delete, export, decide who may do what. */
    FULL;

    public boolean covers(Level needed) {
        return compareTo(needed) >= 0;
    }

    /** The name in the store's database and in answers: lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Level> ofCode(String code) {
        return Arrays.stream(values())
                .filter(level -> level.code().equals(code))
                .findFirst();
    }
}
