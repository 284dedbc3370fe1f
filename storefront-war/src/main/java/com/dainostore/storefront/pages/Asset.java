package com.dainostore.storefront.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A file that pages load: its content never changes under its address, because the address carries the content's hash.
 *
 * @param type the media type
 */
record Asset(String name, String type, byte[] content) {

    /** Reads a file that lies beside this class. */
    static Asset read(String name, String type) {
        try (InputStream in = Asset.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The archive lacks " + name);
            }
            return new Asset(name, type, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    String hash() {
        return hash(content);
    }

    static String hash(byte[] content) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(digest().digest(content))
                .substring(0, 12);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
