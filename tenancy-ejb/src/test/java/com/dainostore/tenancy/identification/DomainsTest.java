package com.dainostore.tenancy.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.dainostore.tenancy.audit.RecordedAudit;
import com.dainostore.tenancy.installation.InstallationSettings;
import com.dainostore.tenancy.leases.TestRegistry;
import com.dainostore.tenancy.registry.Stores;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.ValidationException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DomainsTest {
    private static final String DOMAIN = "shop.example.com";
    private static final String RECORD = "_dainostore." + DOMAIN;
    private static final String OTHER = "another.example.com";
    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.1";

    @RegisterExtension
    static final TestRegistry REGISTRY = new TestRegistry();

    /** Remembers whom it was told to announce; there are no other nodes. */
    private static final class ListeningStores extends Stores {
        final List<StoreId> announced = new ArrayList<>();

        @Override
        public void announce(StoreId id) {
            announced.add(id);
        }
    }

    private final TinyDns dns = new TinyDns();
    private final ListeningStores stores = new ListeningStores();
    private final Domains domains = new Domains();
    private final RecordedAudit audit = new RecordedAudit();
    private StoreId aurora = StoreId.random();
    private StoreId basalt = StoreId.random();

    @BeforeEach
    void twoStores() {
        REGISTRY.jdbi().useHandle(tx -> {
            tx.execute("DELETE FROM domains");
            tx.execute("DELETE FROM released_names");
        });
        aurora = store();
        basalt = store();
        domains.settings = settings(dns.address());
        domains.registry = REGISTRY.database();
        domains.stores = stores;
        domains.audit = audit.ofPlatform();
        domains.platform = new PlatformAddress();
        domains.platform.settings = domains.settings;
        domains.platform.records = new DnsRecords(domains.settings);
        domains.sights = new DomainSights();
        domains.sights.records = domains.platform.records;
        domains.sights.platform = domains.platform;
        dns.lead("shops.test", HERE);
        dns.lead(DOMAIN, HERE);
    }

    @AfterEach
    void stopDns() {
        dns.close();
    }

    @Test
    void aClaimIsPendingUntilItIsProved() {
        Claim claim = domains.claim(aurora, "Shop.Example.com.");
        assertThat(claim.domain()).isEqualTo(DOMAIN);
        assertThat(claim.state()).isEqualTo("pending");
        assertThat(claim.token()).hasSizeGreaterThan(30);
        assertThat(domains.claim(aurora, DOMAIN)).isEqualTo(claim);
        assertThatThrownBy(() -> domains.verify(aurora, DOMAIN))
                .isInstanceOf(ValidationException.class)
                .satisfies(e -> assertThat(
                                ((ValidationException) e).errors().get(0).message())
                        .contains(RECORD));

        dns.set(RECORD, "something else", claim.token());

        assertThat(domains.verify(aurora, DOMAIN).state()).isEqualTo("active");
        assertThat(domains.of(aurora))
                .extracting(Claim::domain, Claim::state, Claim::token)
                .containsExactly(tuple(DOMAIN, "active", claim.token()));
        assertThat(stores.announced).containsExactly(aurora);
        int changes = REGISTRY.jdbi()
                .withHandle(tx -> tx.select("SELECT count(*) FROM changes WHERE store_id = ?", aurora.value())
                        .mapTo(Integer.class)
                        .one());
        assertThat(changes).isEqualTo(1);
    }

    @Test
    void aPendingClaimBlocksNobodyAndEachStoreHasAProofOfItsOwn() {
        Claim first = domains.claim(aurora, DOMAIN);
        Claim second = domains.claim(basalt, DOMAIN);
        assertThat(second.token()).isNotEqualTo(first.token());

        dns.set(RECORD, second.token());

        assertThatThrownBy(() -> domains.verify(aurora, DOMAIN)).isInstanceOf(ValidationException.class);
        assertThat(domains.verify(basalt, DOMAIN).state()).isEqualTo("active");
    }

    @Test
    void oneStoreAtMostHasADomainActive() {
        dns.set(
                RECORD,
                domains.claim(aurora, DOMAIN).token(),
                domains.claim(basalt, DOMAIN).token());
        domains.verify(aurora, DOMAIN);
        domains.verify(aurora, DOMAIN);
        assertThatThrownBy(() -> domains.verify(basalt, DOMAIN)).isInstanceOf(ValidationException.class);
        assertThat(domains.of(basalt)).extracting(Claim::state).containsExactly("pending");
    }

    @Test
    void aDomainThatWasGivenUpRests() {
        dns.set(
                RECORD,
                domains.claim(aurora, DOMAIN).token(),
                domains.claim(basalt, DOMAIN).token());
        domains.verify(aurora, DOMAIN);
        domains.remove(aurora, DOMAIN);

        assertThat(domains.of(aurora)).isEmpty();
        assertThatThrownBy(() -> domains.verify(basalt, DOMAIN)).isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> domains.verify(aurora, DOMAIN)).isInstanceOf(NotFoundException.class);

        REGISTRY.jdbi()
                .useHandle(tx -> tx.execute("UPDATE released_names SET released_at = now() - interval '31 days'"));
        assertThat(domains.verify(basalt, DOMAIN).state()).isEqualTo("active");
    }

    @Test
    void whileADomainRestsNobodyElseCanEvenClaimIt() {
        dns.set(RECORD, domains.claim(aurora, DOMAIN).token());
        domains.verify(aurora, DOMAIN);
        domains.remove(aurora, DOMAIN);

        assertThatThrownBy(() -> domains.claim(basalt, DOMAIN)).isInstanceOf(ValidationException.class);

        REGISTRY.jdbi()
                .useHandle(tx -> tx.execute("UPDATE released_names SET released_at = now() - interval '31 days'"));
        assertThat(domains.claim(basalt, DOMAIN).state()).isEqualTo("pending");
    }

    @Test
    void theOneWhoGaveADomainUpCanTakeItBackWithANewProof() {
        String token = domains.claim(aurora, DOMAIN).token();
        dns.set(RECORD, token);
        domains.verify(aurora, DOMAIN);
        domains.remove(aurora, DOMAIN);

        Claim again = domains.claim(aurora, DOMAIN);

        assertThat(again.state()).isEqualTo("pending");
        assertThat(again.token()).isNotEqualTo(token);
        assertThatThrownBy(() -> domains.verify(aurora, DOMAIN)).isInstanceOf(ValidationException.class);
    }

    @Test
    void onlyAProvedDomainThatLeadsHereBecomesThePrimaryOne() {
        String token = domains.claim(aurora, DOMAIN).token();
        assertThatThrownBy(() -> makePrimary(aurora)).isInstanceOf(ValidationException.class);

        dns.set(RECORD, token);
        dns.lead(DOMAIN, ELSEWHERE);
        assertThat(domains.verify(aurora, DOMAIN).state()).isEqualTo("verified");
        assertThatThrownBy(() -> makePrimary(aurora)).isInstanceOf(ValidationException.class);

        dns.lead(DOMAIN, ELSEWHERE, HERE);
        domains.verify(aurora, DOMAIN);
        assertThat(makePrimary(aurora).primary()).isTrue();
        assertThatThrownBy(() -> makePrimary(basalt)).isInstanceOf(NotFoundException.class);
        domains.remove(aurora, DOMAIN);
        assertThat(domains.claim(aurora, DOMAIN).primary()).isFalse();
    }

    @Test
    void aDomainBehindAProxyOfItsOwnersIsActiveWhereverItsAddressesLead() {
        dns.set(RECORD, domains.claim(aurora, DOMAIN).token());
        dns.lead(DOMAIN, ELSEWHERE);
        domains.verify(aurora, DOMAIN);

        Claim claim = domains.change(aurora, DOMAIN, new ChangeDomain(Optional.of(true), Optional.of(true)));

        assertThat(claim.state()).isEqualTo("active");
        assertThat(claim.primary()).isTrue();
        assertThat(domains.verify(aurora, DOMAIN).state()).isEqualTo("active");
        assertThat(domains.change(aurora, DOMAIN, ChangeDomain.behindProxy(false))
                        .state())
                .isEqualTo("verified");
    }

    @Test
    void onlyOneDomainOfAStoreIsThePrimaryOneAndItStopsBeingSo() {
        for (String domain : List.of(DOMAIN, OTHER)) {
            dns.lead(domain, HERE);
            dns.set(Claim.RECORD + domain, domains.claim(aurora, domain).token());
            domains.verify(aurora, domain);
            domains.change(aurora, domain, ChangeDomain.primary(true));
        }
        assertThat(domains.of(aurora))
                .extracting(Claim::domain, Claim::primary)
                .containsExactly(tuple(OTHER, true), tuple(DOMAIN, false));

        domains.change(aurora, OTHER, ChangeDomain.primary(false));
        assertThat(domains.of(aurora)).noneMatch(Claim::primary);
    }

    @Test
    void whatDnsSaidIsKeptWhateverCameOfIt() {
        Claim claim = domains.claim(aurora, DOMAIN);
        assertThat(claim.lastLook()).isEmpty();
        dns.set(RECORD, "something else");
        dns.lead(DOMAIN, ELSEWHERE);
        assertThatThrownBy(() -> domains.verify(aurora, DOMAIN)).isInstanceOf(ValidationException.class);

        Claim.Look look = domains.find(aurora, DOMAIN).lastLook().orElseThrow();
        assertThat(look.texts()).contains(List.of("something else"));
        assertThat(look.addresses()).contains(List.of(ELSEWHERE));

        dns.fail(DOMAIN, true);
        assertThatThrownBy(() -> domains.verify(aurora, DOMAIN)).isInstanceOf(DnsUnavailableException.class);
        look = domains.find(aurora, DOMAIN).lastLook().orElseThrow();
        assertThat(look.texts()).isEmpty();
        assertThat(look.addresses()).isEmpty();
    }

    @Test
    void whoCannotBeAskedWhereADomainLeadsDoesNotMakeItLeadElsewhere() {
        dns.set(RECORD, domains.claim(aurora, DOMAIN).token());
        assertThat(domains.verify(aurora, DOMAIN).state()).isEqualTo("active");
        dns.fail(DOMAIN, true);
        dns.fail(RECORD, false);
        assertThatThrownBy(() -> domains.verify(aurora, DOMAIN)).isInstanceOf(DnsUnavailableException.class);
        assertThat(domains.find(aurora, DOMAIN).state()).isEqualTo("active");
    }

    @Test
    void everyChangeIsWrittenDownOnceAndNothingElse() {
        Claim claim = domains.claim(aurora, DOMAIN);
        domains.claim(aurora, DOMAIN);
        dns.set(RECORD, claim.token());
        domains.verify(aurora, DOMAIN);
        domains.verify(aurora, DOMAIN);
        makePrimary(aurora);
        makePrimary(aurora);
        domains.remove(aurora, DOMAIN);

        assertThat(audit.entries)
                .containsExactly(
                        "domain.claim " + DOMAIN + " {}",
                        "domain.verify " + DOMAIN + " {\"state\":{\"after\":\"active\",\"before\":\"pending\"}}",
                        "domain.update " + DOMAIN + " {\"primary\":{\"after\":true,\"before\":false}}",
                        "domain.remove " + DOMAIN + " {}");
    }

    @Test
    void nobodyCanVerifyWhatTheyHaveNotClaimed() {
        domains.claim(aurora, DOMAIN);
        assertThatThrownBy(() -> domains.verify(basalt, DOMAIN)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> domains.remove(basalt, DOMAIN)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aStoreCannotClaimTheWorld() {
        for (int i = 0; i < 20; i++) {
            domains.claim(aurora, "shop" + i + ".example.com");
        }
        assertThatThrownBy(() -> domains.claim(aurora, DOMAIN)).isInstanceOf(ValidationException.class);
        assertThat(domains.claim(aurora, "shop0.example.com").state()).isEqualTo("pending");
    }

    private Claim makePrimary(StoreId store) {
        return domains.change(store, DOMAIN, ChangeDomain.primary(true));
    }

    private static StoreId store() {
        StoreId id = StoreId.random();
        REGISTRY.jdbi()
                .useHandle(tx -> tx.execute(
                        "INSERT INTO stores (id, handle, name, state, plan, region) VALUES (?, ?, ?, 'active', 'standard',"
                                + " 'local')",
                        id.value(),
                        "h" + id.suffix(),
                        "A store"));
        return id;
    }

    private static InstallationSettings settings(String dnsServer) {
        return new InstallationSettings(
                8080,
                Path.of("."),
                "shops.test",
                URI.create("http://shops.test"),
                List.of(),
                Optional.empty(),
                "operator@localhost",
                Optional.empty(),
                Path.of("master.key"),
                Optional.of(dnsServer),
                false);
    }
}
