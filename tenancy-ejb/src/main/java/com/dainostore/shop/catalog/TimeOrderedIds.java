package com.dainostore.shop.catalog;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes ids that sort by the time they were made: RFC 9562, version 7, milliseconds and 74 random bits. */
public final class TimeOrderedIds {
    private static final SecureRandom RANDOM = new SecureRandom();

    private TimeOrderedIds() {}

    public static UUID next() {
        return at(System.currentTimeMillis());
    }

    static UUID at(long epochMillis) {
        long version = 0x7000L | RANDOM.nextInt(0x1000);
        long variant = 0x8000_0000_0000_0000L | (RANDOM.nextLong() >>> 2);
        return new UUID(epochMillis << 16 | version, variant);
    }
}
