package com.dainostore.tenancy.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityTest {

    @ParameterizedTest
    @CsvSource({
        "aurora.localhost, aurora.localhost, -1",
        "AURORA.LocalHost, aurora.localhost, -1",
        "aurora.localhost., aurora.localhost, -1",
        "aurora.localhost.:8080, aurora.localhost, 8080",
        "aurora.localhost:, aurora.localhost, -1",
        "xn--BCHER-kva.example, xn--bcher-kva.example, -1",
        "127.0.0.1:8080, 127.0.0.1, 8080",
        "[::1]:80, [::1], 80",
        "[2001:DB8::1], [2001:db8::1], -1",
    })
    void namesAreComparedAsDnsDoes(String text, String host, int port) {
        Authority authority = Authority.parse(text).orElseThrow();
        assertThat(authority.host()).isEqualTo(host);
        assertThat(authority.port().orElse(-1)).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                ":80",
                "aurora.localhost..",
                ".aurora.localhost",
                "aurora..localhost",
                "aurora.localhost:99999",
                "aurora.localhost:80:80",
                "aurora.localhost:-1",
                "aurora.localhost:8o",
                "user@aurora.localhost",
                "aurora.localhost@basalt.localhost",
                "aurora.localhost/x",
                "aurora.localhost,basalt.localhost",
                "aurora.localhost basalt.localhost",
                "aurora.localhost\u0000",
                "aurora.localhost\n",
                "au_rora.localhost",
                "-aurora.localhost",
                "aurora-.localhost",
                "aurora%2elocalhost",
                "b\u00fccher.example",
                "aurora\u3002localhost",
                "[::1",
                "::1",
                "[1::2::3]",
                "[::1%eth0]",
                "[aurora]",
            })
    void whatIsNoHostIsNoAuthority(String text) {
        assertThat(Authority.parse(text)).isEmpty();
    }

    @Test
    void labelsAndNamesHaveTheLengthsOfDns() {
        assertThat(Authority.parse("a".repeat(63) + ".example")).isPresent();
        assertThat(Authority.parse("a".repeat(64) + ".example")).isEmpty();
        assertThat(Authority.parse(("a".repeat(49) + ".").repeat(5) + "abc")).isPresent();
        assertThat(Authority.parse(("a".repeat(49) + ".").repeat(5) + "abcd")).isEmpty();
    }

    @Test
    void theLanguageOfTheServerDoesNotMatter() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(Authority.parse("INFINITY.example").orElseThrow().host()).isEqualTo("infinity.example");
        } finally {
            Locale.setDefault(before);
        }
    }
}
