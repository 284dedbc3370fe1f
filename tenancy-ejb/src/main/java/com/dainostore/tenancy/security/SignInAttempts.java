package com.dainostore.tenancy.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Slows down the guessing of passwords: after 5 failures of one e-mail from one address each further one doubles the wait,
 * from 2 s to 5 min. Others who sign in with the same e-mail from elsewhere are not held up. Bounded, in this node's memory,
 * forgotten after an hour.
 */
@ApplicationScoped
class SignInAttempts {
    private static final int FREE = 5;
    private static final int LONGEST_WAIT_SECONDS = 300;
    private static final int MOST = 50_000;
    private static final int EMAIL_LENGTH = 254;
    private static final int NETWORK_BYTES = 8;

    /** @param network the address, or the first half of an IPv6 address: one client has all of the other half */
    private record Source(String realm, String email, String network) {}

    /** @param heldUntil in nanoseconds of the ticker */
    private record Attempts(int count, long heldUntil) {}

    private final Ticker clock;
    private final Cache<Source, Attempts> attempts;

    SignInAttempts() {
        this(Ticker.systemTicker());
    }

    SignInAttempts(Ticker clock) {
        this.clock = clock;
        this.attempts = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(Duration.ofHours(1))
                .executor(Runnable::run)
                .ticker(clock)
                .build();
    }

    /**
     * Counts an attempt before its password is looked at, so that many at once gain nothing; refuses it where it has to wait.
     *
     * @param realm where the e-mail is looked up: the platform, or the id of a store
     */
    void begin(String realm, String email, String address) {
        long now = clock.read();
        attempts.asMap().compute(source(realm, email, address), (source, before) -> next(before, now));
    }

    /** Forgets the failures before a sign-in that worked. */
    void succeeded(String realm, String email, String address) {
        attempts.invalidate(source(realm, email, address));
    }

    private static Attempts next(@Nullable Attempts before, long now) {
        if (before == null) {
            return new Attempts(1, now);
        }
        long left = before.heldUntil - now;
        if (left > 0) {
            throw new TooManyAttemptsException((int) TimeUnit.NANOSECONDS.toSeconds(left) + 1);
        }
        int count = before.count + 1;
        return new Attempts(count, now + TimeUnit.SECONDS.toNanos(waitAfter(count)));
    }

    private static long waitAfter(int count) {
        int doublings = count - FREE + 1;
        if (doublings < 1) {
            return 0;
        }
        return doublings > 8 ? LONGEST_WAIT_SECONDS : Math.min(1L << doublings, LONGEST_WAIT_SECONDS);
    }

    private static Source source(String realm, String email, String address) {
        String bounded = email.length() > EMAIL_LENGTH ? email.substring(0, EMAIL_LENGTH) : email;
        return new Source(realm, bounded, network(address));
    }

    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName("[" + address + "]");
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
