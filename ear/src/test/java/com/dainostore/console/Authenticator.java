package com.dainostore.console;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What somebody has on their phone: an app that shows codes for a key (RFC 6238). */
record Authenticator(String key) {
    private static final int STEP_SECONDS = 30;

    /** The code of this moment. */
    String code() {
        return code(0);
    }

    /** The code of a step after this moment, for who has used the one of this moment already. */
    String code(int later) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(), "RAW"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(Instant.now().getEpochSecond() / STEP_SECONDS + later)
                    .array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xF) & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] bytes() {
        BigInteger number = BigInteger.ZERO;
        for (char letter : key.toCharArray()) {
            number = number.shiftLeft(5).or(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)));
        }
        byte[] bytes = new byte[key.length() * 5 / 8];
        byte[] own = number.toByteArray();
        for (int i = 1; i <= Math.min(bytes.length, own.length); i++) {
            bytes[bytes.length - i] = own[own.length - i];
        }
        return bytes;
    }
}
