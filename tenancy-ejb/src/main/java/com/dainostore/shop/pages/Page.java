package com.dainostore.shop.pages;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A rendered page. Nobody changes its bytes.
 *
 * @param tag a strong ETag (RFC 9110, section 8.8.3), with its quotes
 */
public record Page(byte[] body, String tag) {
    private static final int TAG_LENGTH = 22;

    public static Page of(byte[] body) {
        String digest = Base64.getUrlEncoder().withoutPadding().encodeToString(sha256().digest(body));
        return new Page(body, '"' + digest.substring(0, TAG_LENGTH) + '"');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
