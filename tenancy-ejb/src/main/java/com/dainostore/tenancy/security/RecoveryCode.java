package com.dainostore.tenancy.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A code that replaces a lost authenticator once: {@code k7dm-x3pq-...}, 77 bits, so that its SHA-256 cannot be turned back. */
record RecoveryCode(String text) {
    static final int AT_ONCE = 10;
    private static final String LETTERS = "23456789bcdfghjkmnpqrstvwxyz";
    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    static RecoveryCode random() {
        SecureRandom random = new SecureRandom();
        return new RecoveryCode(IntStream.range(0, GROUPS)
                .mapToObj(group -> random.ints(GROUP, 0, LETTERS.length())
                        .mapToObj(letter -> String.valueOf(LETTERS.charAt(letter)))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-")));
    }

    /** As somebody typed it: capitals, blanks and hyphens do not matter. */
    static RecoveryCode typed(String text) {
        String letters = text.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return new RecoveryCode(letters.replaceAll("(.{" + GROUP + "})(?=.)", "$1-"));
    }

    byte[] hash(UUID account) {
        return Sha256.of((account + " " + text).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "RecoveryCode";
    }
}
