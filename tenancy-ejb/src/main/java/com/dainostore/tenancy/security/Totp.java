package com.dainostore.tenancy.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that follow from a secret and the time (RFC 6238): six digits, SHA-1, a new one each 30 seconds, which is what
 * authenticator apps make without being told.
 */
final class Totp {
    static final int SECRET_BYTES = 20;
    private static final int SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int CODES = 1_000_000;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /**
     * The step whose code this is: of the current one and its two neighbours, because clocks differ, but none that is
     * used up. Takes the same time wherever the difference is.
     *
     * @param lastStep the step of the last code that was taken
     */
    static OptionalLong step(byte[] secret, String code, long epochSecond, long lastStep) {
        long now = epochSecond / SECONDS;
        return LongStream.rangeClosed(now - 1, now + 1)
                .filter(step -> equal(code(secret, step), code) && step > lastStep)
                .findFirst();
    }

    static String code(byte[] secret, long step) {
        return String.format("%0" + DIGITS + "d", truncated(secret, step) % CODES);
    }

    /** The number before it is cut to its last digits (RFC 4226, section 5.3). */
    static int truncated(byte[] secret, long step) {
        byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        return ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xF) & Integer.MAX_VALUE;
    }

    /** The secret as people type it into an app (RFC 4648, section 6); its length needs no padding. */
    static String base32(byte[] secret) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte next : secret) {
            held = held << Byte.SIZE | (next & 0xFF);
            bits += Byte.SIZE;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt((held >> bits) & 31));
            }
        }
        return text.toString();
    }

    private static byte[] hmac(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC with SHA-1", e);
        }
    }

    private static boolean equal(String right, String tried) {
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), tried.getBytes(StandardCharsets.UTF_8));
    }
}
