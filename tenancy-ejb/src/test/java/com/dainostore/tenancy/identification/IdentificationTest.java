package com.dainostore.tenancy.identification;

import static com.dainostore.tenancy.identification.KnownStores.AURORA;
import static com.dainostore.tenancy.identification.KnownStores.BASALT;
import static com.dainostore.tenancy.identification.KnownStores.DOMAIN_OF_BASALT;
import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.tenancy.identification.Identity.Found;
import com.dainostore.tenancy.identification.Identity.Platform;
import com.dainostore.tenancy.identification.Identity.Refused;
import com.dainostore.tenancy.identification.Identity.Unavailable;
import com.dainostore.tenancy.identification.Identity.Unknown;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentificationTest {
    private static final String API = "/api/v1/products";

    private final Identification local = new Identification("localhost", new KnownStores());
    private final Identification shops = new Identification("shops.test", new KnownStores());

    @Test
    void theExactLabelBelowThePlatformNamesAStore() {
        assertThat(at("aurora.localhost")).isEqualTo(new Found(AURORA, false));
        assertThat(at("Aurora.LOCALHOST.:8080")).isEqualTo(new Found(AURORA, false));
    }

    @Test
    void aRegisteredDomainNamesAStore() {
        assertThat(at("XN--BCHER-KVA.example.")).isEqualTo(new Found(BASALT, false));
        assertThat(at("www." + DOMAIN_OF_BASALT)).isEqualTo(new Unknown());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aurora.evil.com",
                "aurora.x.localhost",
                "x.aurora.localhost",
                "aurora.localhost.evil.com",
                "auroralocalhost",
                "aurora",
                "xn--aurora.localhost",
                "nobody.localhost",
                "127.0.0.2",
                "127.1",
                "[::1]",
                "10.0.0.1:8080",
                "aurora.127.0.0.1",
                "being-born.localhost",
                "going.localhost",
            })
    void anythingElseNamesNobody(String host) {
        assertThat(at(host)).isEqualTo(new Unknown());
    }

    @Test
    void theLoopbackAddressIsThePlatformOnlyWhileItsDomainIsLocalhost() {
        Authority loopback = Authority.parse("127.0.0.1").orElseThrow();
        assertThat(local.identify(loopback, RequestPath.of("/"), List.of())).isEqualTo(new Platform());
        assertThat(shops.identify(loopback, RequestPath.of("/"), List.of())).isEqualTo(new Unknown());
        assertThat(shops.identify(Authority.parse("localhost").orElseThrow(), RequestPath.of("/"), List.of()))
                .isEqualTo(new Unknown());
    }

    @Test
    void storesThatAreAsleepSayWhenToComeBack() {
        assertThat(at("suspended.localhost")).isInstanceOfSatisfying(Unavailable.class, u -> assertThat(u.retryAfter())
                .isPositive());
        assertThat(at("maintained.localhost")).isInstanceOf(Unavailable.class);
    }

    @Test
    void theHeaderChoosesAStoreOnThePlatform() {
        assertThat(at("localhost", API, AURORA.id().value())).isEqualTo(new Found(AURORA, true));
        assertThat(at("localhost", "/api/admin/v1/products", AURORA.id().value()))
                .isEqualTo(new Found(AURORA, true));
        assertThat(at("localhost", API, StoreId.random().value())).isEqualTo(new Unknown());
        assertThat(at("localhost", API, "store_nobody")).isEqualTo(new Unknown());
        assertThat(at("localhost", API, KnownStores.BEING_BORN.id().value())).isEqualTo(new Unknown());
        assertThat(at("localhost", API, KnownStores.ASLEEP.id().value())).isInstanceOf(Unavailable.class);
    }

    @Test
    void theHeaderMeansNothingOutsideTheApi() {
        assertThat(at("localhost", "/products", AURORA.id().value())).isEqualTo(new Platform());
        assertThat(at("basalt.localhost", "/apiary", AURORA.id().value(), ",")).isEqualTo(new Found(BASALT, false));
    }

    @Test
    void theHeaderNeverReachesThePlatformApi() {
        assertThat(at("localhost", "/api/platform/v1/stores", AURORA.id().value()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theHeaderMustAgreeWithTheHost() {
        assertThat(at("aurora.localhost", API, AURORA.id().value())).isEqualTo(new Found(AURORA, false));
        assertThat(at("aurora.localhost", API, BASALT.id().value())).matches(IdentificationTest::isConflict);
        assertThat(at("aurora.localhost", API, "store_nobody")).matches(IdentificationTest::isConflict);
        assertThat(at("aurora.localhost", API, AURORA.id().value().toUpperCase(java.util.Locale.ROOT)))
                .matches(IdentificationTest::isConflict);
        assertThat(at("suspended.localhost", API, AURORA.id().value())).matches(IdentificationTest::isConflict);
        assertThat(at("nobody.localhost", API, AURORA.id().value())).isEqualTo(new Unknown());
        assertThat(at("being-born.localhost", API, AURORA.id().value())).isEqualTo(new Unknown());
    }

    @Test
    void aDoubledEmptyOrMalformedHeaderIsRefused() {
        String aurora = AURORA.id().value();
        for (String host : List.of("localhost", "aurora.localhost", "nobody.localhost")) {
            assertThat(at(host, API, aurora, aurora)).matches(IdentificationTest::isBadRequest);
            assertThat(at(host, API, "")).matches(IdentificationTest::isBadRequest);
            assertThat(at(host, API, aurora + "," + aurora)).matches(IdentificationTest::isBadRequest);
            assertThat(at(host, API, aurora + " ")).matches(IdentificationTest::isBadRequest);
            assertThat(at(host, API, aurora + "\n")).matches(IdentificationTest::isBadRequest);
            assertThat(at(host, "/api/platform/v1/stores", "", "")).matches(IdentificationTest::isBadRequest);
        }
    }

    @Property(tries = 5_000)
    void noHostYieldsAStoreThatIsNotExactlyTheHost(@ForAll("hosts") String host) {
        Optional<Authority> authority = Authority.parse(host);
        if (authority.isPresent()
                && shops.identify(authority.get(), RequestPath.of("/"), List.of()) instanceof Found found) {
            String name = host.toLowerCase(java.util.Locale.ROOT).replaceFirst("\\.?(:\\d*)?$", "");
            Store store = found.store();
            assertThat(name)
                    .isIn(
                            store.handle() + ".shops.test",
                            store.equals(BASALT) ? DOMAIN_OF_BASALT : store.handle() + ".shops.test");
        }
    }

    @Property(tries = 5_000)
    void identitiesThatDisagreeAreRefused(@ForAll("hosts") String host, @ForAll("ids") String id) {
        Optional<Authority> authority = Authority.parse(host);
        if (authority.isEmpty()) {
            return;
        }
        Identity byHost = shops.identify(authority.get(), RequestPath.of(API), List.of());
        Identity both = shops.identify(authority.get(), RequestPath.of(API), List.of(id));
        if (byHost instanceof Found found && !found.store().id().value().equals(id)) {
            assertThat(both).isInstanceOf(Refused.class);
        }
        if (both instanceof Found found) {
            assertThat(found.store().id().value()).isEqualTo(id);
            assertThat(byHost).isIn(new Platform(), new Found(found.store(), false));
        }
    }

    @Provide
    Arbitrary<String> hosts() {
        Arbitrary<String> part = Arbitraries.of(
                "aurora",
                "basalt",
                "AURORA",
                "shops",
                "test",
                "suspended",
                ".",
                "-",
                ":80",
                "x",
                "xn--bcher-kva",
                "example",
                "evil",
                ".shops.test",
                "@",
                "%2e",
                "\u00fc");
        return part.list().ofMinSize(1).ofMaxSize(5).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        AURORA.id().value(),
                        BASALT.id().value(),
                        KnownStores.ASLEEP.id().value(),
                        "",
                        ","),
                Arbitraries.strings().ascii().ofMaxLength(30));
    }

    private Identity at(String host) {
        return at(host, "/");
    }

    private Identity at(String host, String path, String... storeIds) {
        return local.identify(Authority.parse(host).orElseThrow(), RequestPath.of(path), List.of(storeIds));
    }

    private static boolean isConflict(Identity identity) {
        return identity instanceof Refused refused
                && refused.status() == 421
                && refused.type().equals("conflicting-store");
    }

    private static boolean isBadRequest(Identity identity) {
        return identity instanceof Refused refused && refused.status() == 400;
    }
}
