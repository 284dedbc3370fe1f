package com.dainostore.tenancy.jobs;

import java.time.Duration;
import java.util.List;

/** How long failed work rests before the next try: 1 s, 5 s, 30 s, 2 min, then 10 min each time. */
final class Retry {
    private static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10));

    private Retry() {}

    /** @param attempt the try that failed, from 1 */
    static Duration after(int attempt) {
        return DELAYS.get(Math.min(attempt, DELAYS.size()) - 1);
    }
}
