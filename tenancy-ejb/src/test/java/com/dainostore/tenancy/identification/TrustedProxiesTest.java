package com.dainostore.tenancy.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.installation.StartRefusedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    private static final List<String> NONE = List.of();
    private final TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/8", "2001:db8::/33", "192.0.2.7"));

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, true",
        "10.255.255.255, true",
        "11.0.0.1, false",
        "192.0.2.7, true",
        "192.0.2.8, false",
        "2001:db8:7fff::1, true",
        "2001:db8:8000::1, false",
        "::ffff:10.1.2.3, true",
        "fe80::1%2, false",
        "unknown, false",
        "localhost, false",
    })
    void onlyConfiguredAddressesAreTrusted(String address, boolean trusted) {
        assertThat(proxies.trusts(address)).isEqualTo(trusted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "2001:db8::/129", "10.0.0", "proxy.example", "1:2"})
    void aBlockThatIsNoneStopsTheStart(String block) {
        List<String> blocks = List.of(block);
        assertThatThrownBy(() -> new TrustedProxies(blocks))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("dainostore.http.trusted-proxies");
    }

    @Test
    void strangersCannotForward() {
        Arrival arrival = proxies.arrival(new RequestFacts(
                "203.0.113.9",
                false,
                List.of("aurora.shops.test"),
                List.of("for=1.2.3.4;host=basalt.shops.test;proto=https"),
                List.of("basalt.shops.test"),
                List.of("1.2.3.4"),
                List.of("https")));
        assertThat(arrival.authority().host()).isEqualTo("aurora.shops.test");
        assertThat(arrival.secure()).isFalse();
        assertThat(arrival.client()).isEqualTo("203.0.113.9");
    }

    @Test
    void aTrustedProxySaysWhoAskedForWhat() {
        Arrival arrival = arrive(NONE, List.of("aurora.shops.test"), List.of("203.0.113.9"), List.of("https"));
        assertThat(arrival.authority().host()).isEqualTo("aurora.shops.test");
        assertThat(arrival.secure()).isTrue();
        assertThat(arrival.client()).isEqualTo("203.0.113.9");
    }

    @Test
    void theStandardHeaderSaysTheSame() {
        Arrival arrival = arrive(
                List.of(
                        "for=\"[2001:db9::1]:4711\";host=\"aurora.shops.test:443\";proto=https, For=10.0.0.9;Proto=http"),
                NONE,
                NONE,
                NONE);
        assertThat(arrival.authority().host()).isEqualTo("aurora.shops.test");
        assertThat(arrival.secure()).isTrue();
        assertThat(arrival.client()).isEqualTo("2001:db9:0:0:0:0:0:1");
    }

    @Test
    void whatAClientPutInFrontOfTheProxysWordsDoesNotCount() {
        Arrival standard = arrive(
                List.of("for=1.1.1.1;host=basalt.shops.test;proto=https, for=203.0.113.9;host=aurora.shops.test"),
                NONE,
                NONE,
                NONE);
        assertThat(standard.authority().host()).isEqualTo("aurora.shops.test");
        assertThat(standard.secure()).isFalse();
        assertThat(standard.client()).isEqualTo("203.0.113.9");
        assertThat(arrive(NONE, NONE, List.of("1.1.1.1, 203.0.113.9, 10.0.0.9"), NONE)
                        .client())
                .isEqualTo("203.0.113.9");
    }

    @Test
    void doubledOrDisagreeingWordsOfAProxyAreRefused() {
        refuses(NONE, List.of("aurora.shops.test", "aurora.shops.test"), NONE, NONE);
        refuses(NONE, List.of("aurora.shops.test, basalt.shops.test"), NONE, NONE);
        refuses(List.of("host=basalt.shops.test"), List.of("aurora.shops.test"), NONE, NONE);
        refuses(List.of("for=10.0.0.9;host=a.shops.test, for=10.0.0.8;host=b.shops.test"), NONE, NONE, NONE);
        refuses(List.of("proto=http"), NONE, NONE, List.of("https"));
        refuses(NONE, NONE, NONE, List.of("https", "https"));
        refuses(NONE, NONE, NONE, List.of("gopher"));
        refuses(List.of("for=1.1.1.1"), NONE, List.of("2.2.2.2"), NONE);
        refuses(NONE, NONE, List.of("<script>"), NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "for",
                "for=",
                "for=1.1.1.1;for=2.2.2.2",
                "for=1.1.1.1,",
                "host=\"a",
                "host=a b",
                "a=b;;c=d"
            })
    void anUnreadableStandardHeaderIsRefused(String forwarded) {
        refuses(List.of(forwarded), NONE, NONE, NONE);
    }

    @Test
    void aRequestNamesExactlyOneHost() {
        RequestFacts none = RequestFacts.direct("203.0.113.9");
        RequestFacts two = RequestFacts.direct("203.0.113.9", "aurora.shops.test", "aurora.shops.test");
        assertThatThrownBy(() -> proxies.arrival(none)).isInstanceOf(AmbiguousRequestException.class);
        assertThatThrownBy(() -> proxies.arrival(two)).isInstanceOf(AmbiguousRequestException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://aurora.shops.test, true",
        "HTTPS://Aurora.shops.test:443, true",
        "http://aurora.shops.test, false",
        "https://aurora.shops.test:444, false",
        "https://basalt.shops.test, false",
        "https://aurora.shops.test.evil.com, false",
        "https://aurora.shops.test@evil.com, false",
        "null, false",
        "'', false",
    })
    void onlyTheSameOriginIsTheSame(String origin, boolean same) {
        Arrival arrival = arrive(NONE, List.of("aurora.shops.test"), NONE, List.of("https"));
        assertThat(arrival.isSameOrigin(origin)).isEqualTo(same);
    }

    private void refuses(List<String> forwarded, List<String> hosts, List<String> forwardedFor, List<String> protos) {
        assertThatThrownBy(() -> arrive(forwarded, hosts, forwardedFor, protos))
                .isInstanceOf(AmbiguousRequestException.class);
    }

    private Arrival arrive(List<String> forwarded, List<String> hosts, List<String> forwardedFor, List<String> protos) {
        return proxies.arrival(new RequestFacts(
                "10.0.0.1", false, List.of("inner.shops.test"), forwarded, hosts, forwardedFor, protos));
    }
}
