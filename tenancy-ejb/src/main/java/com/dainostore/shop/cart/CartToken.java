package com.dainostore.shop.cart;

import com.dainostore.tenancy.security.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a cart is known by: 32 random bytes in base64url. Only its SHA-256 is stored. */
public record CartToken(String text) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static CartToken random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new CartToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The token that a text from outside has the form of, or empty. */
    public static Optional<CartToken> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new CartToken(text)) : Optional.empty();
    }

    byte[] hash() {
        return Sha256.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "CartToken";
    }
}
