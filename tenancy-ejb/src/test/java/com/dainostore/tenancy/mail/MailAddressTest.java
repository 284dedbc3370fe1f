package com.dainostore.tenancy.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.scope.ValidationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "anna@example.org, anna@example.org",
        "' anna+shop@Example.ORG ', anna+shop@example.org",
        "o'neil@example.org, o'neil@example.org",
        "operator@localhost, operator@localhost",
        "anna@müller.example, anna@xn--mller-kva.example"
    })
    void whatPeopleTypeIsBroughtIntoOneForm(String typed, String address) {
        assertThat(MailAddress.parse(typed)).map(MailAddress::text).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anna",
                "@example.org",
                "anna@",
                "anna@example.org\r\nBcc: x@example.org",
                "anna\n@example.org",
                "anna@example.org, eve@example.org",
                "anna@example.org;eve@example.org",
                "<anna@example.org>",
                "Anna <anna@example.org>",
                "\"a b\"@example.org",
                "a@b@example.org",
                "anna@[127.0.0.1]",
                "anna@-x.example",
                "anna@x..example",
                ".anna@example.org",
                "an..na@example.org",
                "anna(comment)@example.org",
                "änna@example.org",
                "a@\u0000.example"
            })
    void whatIsNoAddressIsRefused(String typed) {
        assertThat(MailAddress.parse(typed)).isEmpty();
        assertThatThrownBy(() -> MailAddress.require("email", typed)).isInstanceOf(ValidationException.class);
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThat(MailAddress.parse("a".repeat(65) + "@example.org")).isEmpty();
        assertThat(MailAddress.parse("a@" + "b".repeat(60).concat(".").repeat(5) + "org"))
                .isEmpty();
    }
}
