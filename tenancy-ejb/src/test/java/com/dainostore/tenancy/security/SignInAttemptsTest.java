package com.dainostore.tenancy.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.dainostore.tenancy.audit.RecordedAudit;
import com.dainostore.tenancy.leases.TestRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignInAttemptsTest {
    private static final String HERE = "192.0.2.7";

    @RegisterExtension
    static final TestRegistry REGISTRY = new TestRegistry();

    private Accounts accounts;

    @BeforeEach
    void nothingWasTried() {
        accounts = new OperatorAccounts(REGISTRY.jdbi(), new RecordedAudit().ofPlatform());
        REGISTRY.jdbi().useHandle(tx -> tx.execute("DELETE FROM sign_in_attempts"));
    }

    @Test
    void fiveFailuresAreFreeAndThenTheWaitDoubles() {
        fail(5);
        assertThat(secondsToWait(HERE)).isBetween(1, 2);

        pass(Duration.ofSeconds(3));
        begin("a@x", HERE);
        assertThat(secondsToWait(HERE)).isBetween(3, 4);
    }

    @Test
    void theWaitEndsAtFiveMinutesHoweverManyFail() {
        for (int i = 0; i < 40; i++) {
            begin("a@x", HERE);
            pass(Duration.ofMinutes(5).plusSeconds(1));
        }
        begin("a@x", HERE);

        assertThat(secondsToWait(HERE)).isBetween(299, 300);
    }

    @Test
    void refusedAttemptsDoNotMakeTheWaitLonger() {
        fail(5);
        for (int i = 0; i < 20; i++) {
            assertThat(secondsToWait(HERE)).isBetween(1, 2);
        }
    }

    @Test
    void othersAreNotHeldUp() {
        fail(5);

        assertThatCode(() -> {
                    begin("a@x", "192.0.2.8");
                    begin("b@x", HERE);
                    SignInAttempts.begin(accounts, SignInAttempts.ofMail("a@x", HERE));
                    SignInAttempts.begin(accounts, SignInAttempts.ofCode(UUID.randomUUID()));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aSignInThatWorkedForgetsTheFailuresBefore() {
        fail(4);
        SignInAttempts.succeeded(accounts, SignInAttempts.ofPassword("a@x", HERE));

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
            begin("a@x", "2001:db8:1:2::" + i);
        }
        assertThat(secondsToWait("2001:db8:1:2:ffff:ffff:ffff:ffff")).isPositive();
        assertThatCode(() -> begin("a@x", "2001:db8:1:3::1")).doesNotThrowAnyException();
    }

    @RepeatedTest(20)
    void allNodesCountTogetherHoweverManyTryAtOnce() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> attempt = () -> {
                TooManyAttemptsException refusal =
                        catchThrowableOfType(TooManyAttemptsException.class, () -> begin("a@x", HERE));
                return refusal == null;
            };
            int let = 0;
            for (var done : nodes.invokeAll(
                    List.copyOf(Stream.generate(() -> attempt).limit(40).toList()))) {
                let += done.get() ? 1 : 0;
            }
            assertThat(let).isEqualTo(5);
        } finally {
            nodes.shutdown();
        }
    }

    @Test
    void neitherEmailNorAddressIsStored() {
        begin("a@x", HERE);

        String stored = REGISTRY.jdbi().withHandle(tx -> tx.select("SELECT CAST(a AS text) FROM sign_in_attempts a")
                .mapTo(String.class)
                .one());
        assertThat(stored).doesNotContain("a@x", HERE);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            begin("a@x", HERE);
        }
    }

    private int secondsToWait(String address) {
        TooManyAttemptsException refusal =
                catchThrowableOfType(TooManyAttemptsException.class, () -> begin("a@x", address));
        assertThat(refusal.status()).isEqualTo(429);
        return refusal.retryAfter();
    }

    private void begin(String email, String address) {
        SignInAttempts.begin(accounts, SignInAttempts.ofPassword(email, address));
    }

    /** Moves all that was tried into the past. */
    private static void pass(Duration time) {
        REGISTRY.jdbi().useHandle(tx -> tx.execute("""
                        UPDATE sign_in_attempts
                        SET last_at = last_at - ? * interval '1 second', held_until = held_until - ? * interval '1 second'""", time.toSeconds(), time.toSeconds()));
    }
}
