package com.dainostore.tenancy.security;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * An Argon2id hash (RFC 9106) with its parameters and salt; as text in the PHC string format,
 * {@code $argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>}.
 */
final class PasswordHash {
    private static final Pattern FORM = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d)"
            + "\\$([A-Za-z0-9+/]{11,64})\\$([A-Za-z0-9+/]{22,86})");
    private static final Cost CURRENT = new Cost(19_456, 2, 1);
    private static final Cost HIGHEST = new Cost(65_536, 10, 4);
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** @param memory in KiB */
    private record Cost(int memory, int passes, int lanes) {
        boolean within(Cost limit) {
            return passes >= 1
                    && lanes >= 1
                    && memory >= 8 * lanes
                    && memory <= limit.memory
                    && passes <= limit.passes
                    && lanes <= limit.lanes;
        }
    }

    private final Cost cost;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(Cost cost, byte[] salt, byte[] hash) {
        this.cost = cost;
        this.salt = salt;
        this.hash = hash;
    }

    static PasswordHash of(char[] password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new PasswordHash(CURRENT, salt, compute(CURRENT, salt, HASH_BYTES, password));
    }

    /** A hash that no password has, as costly to compare with as any other. */
    static PasswordHash ofNobody() {
        return new PasswordHash(CURRENT, new byte[SALT_BYTES], new byte[HASH_BYTES]);
    }

    /** The hash that the text spells; empty for another algorithm, and for a cost that would stop the node. */
    static Optional<PasswordHash> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Cost cost = new Cost(number(parts, 1), number(parts, 2), number(parts, 3));
        try {
            Base64.Decoder base64 = Base64.getDecoder();
            return Optional.of(new PasswordHash(cost, base64.decode(parts.group(4)), base64.decode(parts.group(5))))
                    .filter(parsed -> cost.within(HIGHEST));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Takes the same time wherever the difference is. */
    boolean matches(char[] password) {
        return MessageDigest.isEqual(hash, compute(cost, salt, hash.length, password));
    }

    /** Whether new hashes are made in another way by now. */
    boolean outdated() {
        return !cost.equals(CURRENT) || salt.length != SALT_BYTES || hash.length != HASH_BYTES;
    }

    String text() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.memory + ",t=" + cost.passes + ",p=" + cost.lanes + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    private static byte[] compute(Cost cost, byte[] salt, int length, char[] password) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory)
                .withIterations(cost.passes)
                .withParallelism(cost.lanes)
                .withSalt(salt)
                .build());
        byte[] secret = bytes(password);
        byte[] result = new byte[length];
        generator.generateBytes(secret, result);
        Arrays.fill(secret, (byte) 0);
        return result;
    }

    /** UTF-8 of the composed form: keyboards differ in how they spell the same letters. */
    private static byte[] bytes(char[] password) {
        return Normalizer.normalize(CharBuffer.wrap(password), Normalizer.Form.NFC)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
