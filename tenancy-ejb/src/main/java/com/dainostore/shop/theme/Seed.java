package com.dainostore.shop.theme;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * The source of everything that is derived from a name: the same name gives the same look on every node and for ever.
 * The first step is FNV-1a (64 bit) over the name's bytes.
 */
final class Seed {
    private final SplittableRandom random;

    Seed(String name) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        random = new SplittableRandom(hash);
    }

    /** One of 0 to {@code bound - 1}. */
    int pick(int bound) {
        return random.nextInt(bound);
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }
}
