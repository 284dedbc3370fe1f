package com.dainostore.tenancy.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B; its codes have eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codesAreThoseOfTheStandard(long time, String code) {
        assertThat("%08d".formatted(Totp.truncated(SECRET, time / 30) % 100_000_000))
                .isEqualTo(code);
        assertThat(Totp.code(SECRET, time / 30)).isEqualTo(code.substring(2));
    }

    @Test
    void theStepsBesideTheCurrentOneCountAndNoOthers() {
        long now = 1_234_567_890;
        for (long step = now / 30 - 3; step <= now / 30 + 3; step++) {
            boolean near = Math.abs(step - now / 30) <= 1;
            assertThat(Totp.step(SECRET, Totp.code(SECRET, step), now, 0).isPresent())
                    .as("step %d", step - now / 30)
                    .isEqualTo(near);
        }
    }

    @Test
    void aStepThatIsUsedUpAndThoseBeforeItCountNoMore() {
        long now = 1_234_567_890;
        long step = now / 30;

        assertThat(Totp.step(SECRET, Totp.code(SECRET, step), now, step)).isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step - 1), now, step)).isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step + 1), now, step)).hasValue(step + 1);
    }

    @ParameterizedTest
    @CsvSource({"''", "0", "5924", "8900592", "89005924", "abcdef", "００５９２４"})
    void whatIsNoCodeIsWrong(String typed) {
        assertThat(Totp.step(SECRET, typed, 1_234_567_890, 0)).isEmpty();
    }

    @Test
    void secretsAreSpelledAsTheStandardDoes() {
        assertThat(Totp.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Totp.base32("fooba".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTB");
    }
}
