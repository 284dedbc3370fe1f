package com.dainostore.tenancy.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.scope.ValidationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {

    @ParameterizedTest
    @CsvSource({
        "shop.example.com, shop.example.com",
        "Example.COM., example.com",
        "b\u00fccher.example, xn--bcher-kva.example",
        "XN--bcher-kva.example, xn--bcher-kva.example",
        "someone.github.io, someone.github.io",
        "example.co.uk, example.co.uk",
        "shop.shops.test.example, shop.shops.test.example",
    })
    void domainsOfOnesOwnAreTakenInAsciiForm(String text, String ascii) {
        assertThat(DomainName.check(text, "shops.test").ascii()).isEqualTo(ascii);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "com",
                "co.uk",
                "github.io",
                "com.",
                "shops.test",
                "aurora.shops.test",
                "a.b.shops.test",
                "SHOPS.test",
                "localhost",
                "x.localhost",
                "printer.local",
                "127.0.0.1",
                "1.2.3",
                "[::1]",
                "::1",
                "shop.example.com:80",
                "http://shop.example.com",
                "shop.example.com/x",
                "a b.example",
                "a_b.example",
                "-a.example",
                "a..example",
                ".example.com",
                "*.example.com",
                "_dainostore.example.com",
                "xn--aurora-.example.com",
                "xn--zzzz99999.example",
                "shop.example.com\n"
            })
    void everythingElseIsRefused(String text) {
        assertThatThrownBy(() -> DomainName.check(text, "shops.test")).isInstanceOf(ValidationException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {241, 260})
    void aDomainLeavesRoomForItsProof(int length) {
        String label = "a".repeat(60) + ".";
        String domain = label.repeat(5).substring(0, length - 8) + ".example";
        assertThatThrownBy(() -> DomainName.check(domain, "shops.test")).isInstanceOf(ValidationException.class);
    }
}
