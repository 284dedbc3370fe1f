package com.dainostore.tenancy.security;

import com.dainostore.tenancy.scope.StoreId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a token: {@code dop_<secret>} of an operator, {@code dst_<store>_<secret>} of a store's staff, the secret being
 * 32 random bytes in base64url. Only the SHA-256 of the whole text is stored.
 */
final class BearerToken {
    private static final Pattern OPERATOR = Pattern.compile("dop_[A-Za-z0-9_-]{43}");
    private static final Pattern STAFF = Pattern.compile("dst_([a-z0-9]{20})_[A-Za-z0-9_-]{43}");
    private static final int SECRET_BYTES = 32;

    private final String text;
    private final @Nullable StoreId store;

    private BearerToken(String text, @Nullable StoreId store) {
        this.text = text;
        this.store = store;
    }

    static BearerToken newOperator() {
        return new BearerToken("dop_" + secret(), null);
    }

    static BearerToken newStaff(StoreId store) {
        return new BearerToken("dst_" + store.suffix() + "_" + secret(), store);
    }

    /** The token that a text from outside has the form of, or empty. */
    static Optional<BearerToken> parse(String text) {
        if (OPERATOR.matcher(text).matches()) {
            return Optional.of(new BearerToken(text, null));
        }
        Matcher staff = STAFF.matcher(text);
        return staff.matches()
                ? StoreId.parse("store_" + staff.group(1)).map(store -> new BearerToken(text, store))
                : Optional.empty();
    }

    /** The store whose staff it says it belongs to; empty for an operator's. */
    Optional<StoreId> store() {
        return Optional.ofNullable(store);
    }

    String text() {
        return text;
    }

    byte[] hash() {
        return Sha256.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "BearerToken";
    }

    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
