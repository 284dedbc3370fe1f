package com.dainostore.tenancy.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    private boolean pointsHere = true;
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
        domains.audit = new RecordedAudit().ofPlatform();
        domains.records = new DnsRecords(domains.settings);
        domains.platform = new PlatformAddress() {
            @Override
            boolean isBehind(String domain) {
                return pointsHere;
            }
        };
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
                .containsExactly(new Claim(DOMAIN, "active", claim.token(), false, Optional.empty()));
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
        assertThatThrownBy(() -> domains.makePrimary(aurora, DOMAIN)).isInstanceOf(ValidationException.class);

        dns.set(RECORD, token);
        pointsHere = false;
        assertThat(domains.verify(aurora, DOMAIN).state()).isEqualTo("verified");
        assertThatThrownBy(() -> domains.makePrimary(aurora, DOMAIN)).isInstanceOf(ValidationException.class);

        pointsHere = true;
        domains.verify(aurora, DOMAIN);
        assertThat(domains.makePrimary(aurora, DOMAIN).primary()).isTrue();
        assertThatThrownBy(() -> domains.makePrimary(basalt, DOMAIN)).isInstanceOf(NotFoundException.class);
        domains.remove(aurora, DOMAIN);
        assertThat(domains.claim(aurora, DOMAIN).primary()).isFalse();
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
