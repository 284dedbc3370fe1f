package com.dainostore.shop.catalog;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Makes ids that sort by the time they were made: RFC 9562, version 7, milliseconds, the fraction of the millisecond in twelve
 * bits (method 3), 62 random bits. So what is made one after the other also sorts so.
 */
public final class TimeOrderedIds {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NANOS_OF_A_MILLI = 1_000_000;
    private static final int FRACTIONS = 4_096;

    private TimeOrderedIds() {}

    public static UUID next() {
        return at(Instant.now());
    }

    static UUID at(long epochMillis) {
        return at(Instant.ofEpochMilli(epochMillis));
    }

    static UUID at(Instant moment) {
        long nanos = ChronoUnit.NANOS.between(moment.truncatedTo(ChronoUnit.MILLIS), moment);
        long fraction = nanos * FRACTIONS / NANOS_OF_A_MILLI;
        long variant = 0x8000_0000_0000_0000L | (RANDOM.nextLong() >>> 2);
        return new UUID(moment.toEpochMilli() << 16 | 0x7000L | fraction, variant);
    }
}
