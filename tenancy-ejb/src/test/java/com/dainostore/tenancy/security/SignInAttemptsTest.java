package com.dainostore.tenancy.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SignInAttemptsTest {
    private static final String HERE = "192.0.2.7";

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
    private final SignInAttempts attempts = new SignInAttempts(nanos::get);

    @Test
    void fiveFailuresAreFreeAndThenTheWaitDoubles() {
        fail(5);
        assertThat(secondsToWait(HERE)).isBetween(2, 3);

        pass(Duration.ofSeconds(3));
        begin("platform", "a@x", HERE);
        assertThat(secondsToWait(HERE)).isBetween(4, 5);
    }

    @Test
    void theWaitEndsAtFiveMinutesHoweverManyFail() {
        for (int i = 0; i < 100; i++) {
            begin("platform", "a@x", HERE);
            pass(Duration.ofMinutes(5).plusSeconds(1));
        }
        begin("platform", "a@x", HERE);

        assertThat(secondsToWait(HERE)).isBetween(300, 301);
    }

    @Test
    void refusedAttemptsDoNotMakeTheWaitLonger() {
        fail(5);
        for (int i = 0; i < 50; i++) {
            secondsToWait(HERE);
        }
        assertThat(secondsToWait(HERE)).isBetween(2, 3);
    }

    @Test
    void othersAreNotHeldUp() {
        fail(5);

        assertThatCode(() -> {
                    begin("platform", "a@x", "192.0.2.8");
                    begin("platform", "b@x", HERE);
                    begin("store_1", "a@x", HERE);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aSignInThatWorkedForgetsTheFailuresBefore() {
        fail(4);
        attempts.succeeded("platform", "a@x", HERE);

        assertThatCode(() -> fail(4)).doesNotThrowAnyException();
    }

    @Test
    void failuresAreForgottenAfterAnHour() {
        fail(5);
        pass(Duration.ofMinutes(61));

        assertThatCode(() -> fail(5)).doesNotThrowAnyException();
    }

    @Test
    void oneHomesIpv6AddressesCountAsOne() {
        for (int i = 1; i <= 5; i++) {
            begin("platform", "a@x", "2001:db8:1:2::" + i);
        }
        assertThat(secondsToWait("2001:db8:1:2:ffff:ffff:ffff:ffff")).isPositive();
        assertThatCode(() -> begin("platform", "a@x", "2001:db8:1:3::1")).doesNotThrowAnyException();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            begin("platform", "a@x", HERE);
        }
    }

    private int secondsToWait(String address) {
        TooManyAttemptsException refusal =
                catchThrowableOfType(TooManyAttemptsException.class, () -> begin("platform", "a@x", address));
        assertThat(refusal.status()).isEqualTo(429);
        return refusal.retryAfter();
    }

    private void begin(String realm, String email, String address) {
        attempts.begin(realm, email, address);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
