package com.dainostore.tenancy.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 under keys that follow from one key, another for each purpose (HKDF-Expand, RFC 5869, 2.3, one block): what
 * is authenticated for one purpose is not for another, and the key that seals is never used itself.
 */
final class Mac256 {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String TITLE = "dainostore mac ";

    private final SecretKeySpec root;

    Mac256(byte[] material) {
        root = new SecretKeySpec(material, ALGORITHM);
    }

    byte[] of(String purpose, byte[] message) {
        byte[] info = (TITLE + purpose + '\1').getBytes(StandardCharsets.UTF_8);
        return hmac(new SecretKeySpec(hmac(root, info), ALGORITHM), message);
    }

    private static byte[] hmac(SecretKeySpec key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot do HMAC-SHA256", e);
        }
    }
}
