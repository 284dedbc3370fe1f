package com.dainostore.tenancy.identification;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.scope.ValidationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandlesTest {

    @ParameterizedTest
    @ValueSource(strings = {"aurora", "a-b", "abc", "24seven", "a--b--c", "wwwonder"})
    void labelsAreHandles(String handle) {
        assertThatCode(() -> Handles.check(handle)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ab",
                "-abc",
                "abc-",
                "Aurora",
                "au_rora",
                "au.rora",
                "xn--bcher-kva",
                "ab--cd",
                "b\u00fccher",
                "aurora\n",
                "www",
                "api",
                "admin",
                "ns1",
                "www2",
                "wpad",
                "localhost",
                "_dmarc",
                "123",
                "postmaster"
            })
    void namesThatMislead(String handle) {
        assertThatThrownBy(() -> Handles.check(handle)).isInstanceOf(ValidationException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 100})
    void longerThanALabel(int length) {
        String handle = "a".repeat(length);
        assertThatThrownBy(() -> Handles.check(handle)).isInstanceOf(ValidationException.class);
    }
}
