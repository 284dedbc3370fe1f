package com.dainostore.tenancy.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.scope.ValidationException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
    /** From the test suite of the reference implementation (phc-winner-argon2, test.c). */
    private static final String REFERENCE =
            "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc";

    private final Passwords passwords = new Passwords();

    @Test
    void aPasswordMatchesItsHashAndNoOtherDoes() {
        String hash = passwords.hash(chars("correct horse"));

        assertThat(passwords.matches(chars("correct horse"), hash)).isTrue();
        assertThat(passwords.matches(chars("correct hors"), hash)).isFalse();
        assertThat(passwords.matches(chars("correct horse "), hash)).isFalse();
        assertThat(passwords.matches(chars(""), hash)).isFalse();
    }

    @Test
    void hashesArePhcTextsWithTheSettledCostAndASaltOfTheirOwn() {
        String hash = passwords.hash(chars("correct horse"));

        assertThat(hash).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(passwords.hash(chars("correct horse"))).isNotEqualTo(hash);
        assertThat(passwords.outdated(hash)).isFalse();
    }

    @Test
    void hashesOfTheReferenceImplementationMatchAndAreMadeAnew() {
        assertThat(passwords.matches(chars("password"), REFERENCE)).isTrue();
        assertThat(passwords.matches(chars("passwort"), REFERENCE)).isFalse();
        assertThat(passwords.outdated(REFERENCE)).isTrue();
    }

    @Test
    void theSameLettersMatchHoweverTheKeyboardComposesThem() {
        String hash = passwords.hash(chars("K\u00e4se und Brot"));

        assertThat(passwords.matches(chars("Ka\u0308se und Brot"), hash)).isTrue();
        assertThat(passwords.matches(chars("Kase und Brot"), hash)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret-pass",
                "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
                "$argon2i$v=19$m=19456,t=2,p=1$c29tc2FsdHNvbWVzYWx0$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=19456,t=99,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=19456,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=4,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$"
            })
    void whatIsNoHashOrCostsTooMuchMatchesNothing(String encoded) {
        assertThat(PasswordHash.parse(encoded)).isEmpty();
        assertThat(passwords.matches(chars("secret-pass"), encoded)).isFalse();
        assertThat(passwords.outdated(encoded)).isTrue();
    }

    @Test
    void whereThereIsNoHashTheSameWorkIsDoneAndNothingMatches() {
        Passwords full = new Passwords(0, Duration.ZERO);

        assertThat(passwords.matches(chars("anything at all"), null)).isFalse();
        assertThat(PasswordHash.ofNobody().outdated()).isFalse();
        assertThatThrownBy(() -> full.matches(chars("anything at all"), null)).isInstanceOf(BusyException.class);
    }

    @Test
    void whoWouldWaitTooLongIsToldToComeBack() {
        Passwords full = new Passwords(0, Duration.ofMillis(20));

        assertThatThrownBy(() -> full.hash(chars("correct horse")))
                .isInstanceOfSatisfying(BusyException.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(503);
                    assertThat(refusal.retryAfter()).isPositive();
                });
    }

    @Test
    void aPlaceIsFreeAgainAfterwards() {
        Passwords single = new Passwords(1, Duration.ZERO);

        assertThatCode(() -> {
                    single.hash(chars("correct horse"));
                    single.matches(chars("correct horse"), null);
                    single.hash(chars("correct horse"));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void anInterruptedThreadStaysInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> passwords.hash(chars("correct horse"))).isInstanceOf(BusyException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void newPasswordsHaveALengthThatIsOfUse() {
        assertThatThrownBy(() -> passwords.check("password", chars("1234567"))).isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> passwords.check("password", chars("x".repeat(1_025))))
                .isInstanceOf(ValidationException.class);
        assertThatCode(() -> passwords.check("password", chars("12345678"))).doesNotThrowAnyException();
    }

    private static char[] chars(String text) {
        return text.toCharArray();
    }
}
