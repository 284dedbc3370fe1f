package com.dainostore.tenancy.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecoveryCodeTest {
    private static final UUID ACCOUNT = UUID.randomUUID();

    @Test
    void howACodeIsTypedDoesNotMatter() {
        RecoveryCode code = RecoveryCode.random();

        assertThat(code.text()).matches("([2-9a-z]{4}-){3}[2-9a-z]{4}");
        for (String typed : new String[] {
            code.text(),
            " " + code.text().toUpperCase(Locale.ROOT),
            code.text().replace("-", ""),
            code.text().replace('-', ' ')
        }) {
            assertThat(RecoveryCode.typed(typed).hash(ACCOUNT)).isEqualTo(code.hash(ACCOUNT));
        }
    }

    @Test
    void theSameCodeIsAnotherForAnotherAccount() {
        RecoveryCode code = RecoveryCode.random();

        assertThat(code.hash(ACCOUNT)).isNotEqualTo(code.hash(UUID.randomUUID()));
        assertThat(code).hasToString("RecoveryCode");
    }
}
