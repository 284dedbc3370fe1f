package com.dainostore.tenancy.keys;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.util.SecretBytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * AES-256-GCM by Tink under one key. What is sealed starts with a format byte; the rest is Tink's: nonce (12 bytes),
 * ciphertext, tag (16 bytes). The context is authenticated with it, each part with its length before it.
 */
final class Cipher256 {
    static final int KEY_BYTES = 32;
    private static final byte FORMAT = 1;

    private final Aead aead;

    /** @param material {@link #KEY_BYTES} random bytes */
    @AccessesPartialKey
    Cipher256(byte[] material) {
        try {
            AesGcmKey key = AesGcmKey.builder()
                    .setParameters(parameters())
                    .setKeyBytes(SecretBytes.copyFrom(material, InsecureSecretKeyAccess.get()))
                    .build();
            this.aead = AesGcmJce.create(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot do AES-256-GCM", e);
        }
    }

    private static AesGcmParameters parameters() throws GeneralSecurityException {
        return AesGcmParameters.builder()
                .setKeySizeBytes(KEY_BYTES)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                .build();
    }

    byte[] seal(byte[] plain, String... context) {
        try {
            byte[] sealed = aead.encrypt(plain, associatedData(context));
            return ByteBuffer.allocate(1 + sealed.length)
                    .put(FORMAT)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The value could not be sealed", e);
        }
    }

    /** The plain bytes; fails where the bytes, the key or the context is not the one they were sealed with. */
    byte[] unseal(byte[] sealed, String... context) throws GeneralSecurityException {
        if (sealed.length == 0 || sealed[0] != FORMAT) {
            throw new GeneralSecurityException("Not a sealed value");
        }
        return aead.decrypt(Arrays.copyOfRange(sealed, 1, sealed.length), associatedData(context));
    }

    private static byte[] associatedData(String... context) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String part : context) {
            byte[] text = part.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
            bytes.writeBytes(text);
        }
        return bytes.toByteArray();
    }
}
