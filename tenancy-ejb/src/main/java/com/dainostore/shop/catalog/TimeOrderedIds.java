package com.dainostore.shop.catalog;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes ids that sort by the time they were made: RFC 9562, version 7, milliseconds, a counter within them, 62 random bits. Those
 * of one node sort exactly in the order in which they were made, also within a millisecond.
 */
final class TimeOrderedIds {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COUNTER_BITS = 12;
    private static final AtomicLong LAST = new AtomicLong();

    private TimeOrderedIds() {}

    static UUID next() {
        return of(LAST.updateAndGet(last -> Math.max(last + 1, System.currentTimeMillis() << COUNTER_BITS)));
    }

    static UUID at(long epochMillis) {
        return of(epochMillis << COUNTER_BITS | RANDOM.nextInt(1 << COUNTER_BITS));
    }

    private static UUID of(long moment) {
        long count = moment & ((1 << COUNTER_BITS) - 1);
        long variant = 0x8000_0000_0000_0000L | (RANDOM.nextLong() >>> 2);
        return new UUID(moment >>> COUNTER_BITS << 16 | 0x7000L | count, variant);
    }
}
