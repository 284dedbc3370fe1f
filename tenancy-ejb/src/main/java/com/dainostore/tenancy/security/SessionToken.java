package com.dainostore.tenancy.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text in the cookie of a session: 32 random bytes in base64url. Only its SHA-256 is stored, so nobody gets a session
 * from a copy of the registry.
 */
record SessionToken(String text) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int BYTES = 32;

    static SessionToken random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new SessionToken(base64(bytes));
    }

    /** The token that a text from outside has the form of, or empty. */
    static Optional<SessionToken> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new SessionToken(text)) : Optional.empty();
    }

    byte[] hash() {
        return sha256(text);
    }

    /** What the forms of this session carry: it follows from the token, and the token does not follow from it. */
    String formToken() {
        return base64(sha256("form of " + text));
    }

    @Override
    public String toString() {
        return "SessionToken";
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sha256(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.US_ASCII));
    }
}
