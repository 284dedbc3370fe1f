package com.dainostore.tenancy.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bounds what strangers can have written down: one entry a minute of the same, and so many a minute in each log. Whoever
 * fails all day leaves a trace, and not a full disk. Each node counts for itself.
 */
@ApplicationScoped
public class BoundedEntries {
    static final int MOST_A_MINUTE = 30;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    /** @param same what is told of only once a minute, by its equality */
    private record Told(String log, Object same) {}

    private final Cache<Told, Boolean> told;
    private final Cache<String, AtomicInteger> counts;

    public BoundedEntries() {
        this(Ticker.systemTicker());
    }

    BoundedEntries(Ticker ticker) {
        told = minutely(ticker).build();
        counts = minutely(ticker).build();
    }

    private static Caffeine<Object, Object> minutely(Ticker ticker) {
        return Caffeine.newBuilder()
                .ticker(ticker)
                .maximumSize(REMEMBERED)
                .expireAfterWrite(MINUTE)
                .executor(Runnable::run);
    }

    /**
     * Whether another entry may be written now.
     *
     * @param log the owner of the log: the id of a store, or {@code platform}
     * @param same what the entry says, as something that equals others which say the same
     */
    public boolean admit(String log, Object same) {
        return told.asMap().putIfAbsent(new Told(log, same), Boolean.TRUE) == null
                && counts.get(log, one -> new AtomicInteger()).incrementAndGet() <= MOST_A_MINUTE;
    }
}
