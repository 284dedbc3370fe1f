package com.dainostore.shop.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.scope.ValidationException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void aCursorComesBackAsItWent() {
        UUID id = TimeOrderedIds.next();

        assertThat(Cursor.of(new Cursor(id).text()).after()).isEqualTo(id);
    }

    @Test
    void withoutACursorTheListBeginsAtItsStart() {
        assertThat(Cursor.of(null)).isEqualTo(Cursor.START);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "' OR 1=1 --",
                "AAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAA=",
                "AAAAAAAAAAAAAAAAAAAA==",
                "AAAAAAAAAAAAAAAAAAAAAB",
                "AAAAAAAAAAAAAAAAAAAAA\u0000",
                "+/AAAAAAAAAAAAAAAAAAAA"
            })
    void aCursorThatWasNeverGivenIsRefused(String text) {
        assertThatThrownBy(() -> Cursor.of(text)).isInstanceOf(ValidationException.class);
    }
}
