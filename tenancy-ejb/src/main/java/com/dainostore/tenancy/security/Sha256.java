package com.dainostore.tenancy.security;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What is stored of secrets that are random enough not to be guessed. */
public final class Sha256 {
    private Sha256() {}

    public static byte[] of(byte[] secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
