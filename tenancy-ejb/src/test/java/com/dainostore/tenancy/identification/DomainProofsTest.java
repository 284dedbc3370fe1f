package com.dainostore.tenancy.identification;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.tenancy.audit.RecordedAudit;
import com.dainostore.tenancy.jobs.Jobs;
import com.dainostore.tenancy.leases.TestRegistry;
import com.dainostore.tenancy.registry.Stores;
import com.dainostore.tenancy.scope.StoreId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DomainProofsTest {
    private static final String DOMAIN = "shop.example.com";
    private static final String RECORD = Claim.RECORD + DOMAIN;
    private static final String HERE = "192.0.2.1";

    @RegisterExtension
    static final TestRegistry REGISTRY = new TestRegistry();

    /** What DNS says; a name that is not in it does not exist. */
    private static final class Dns extends DnsRecords {
        final Map<String, String> texts = new HashMap<>();
        final Set<String> away = new HashSet<>();

        Dns() {
            super("dns:");
        }

        @Override
        List<String> texts(String name) {
            if (away.contains(name)) {
                throw new DnsUnavailableException();
            }
            return texts.containsKey(name) ? List.of(texts.get(name)) : List.of();
        }

        @Override
        Set<String> addresses(String name) {
            if (away.contains(name)) {
                throw new DnsUnavailableException();
            }
            return Set.of(HERE);
        }
    }

    private final Dns dns = new Dns();
    private final DomainProofs proofs = new DomainProofs();
    private final List<StoreId> announced = new ArrayList<>();
    private final RecordedAudit audit = new RecordedAudit();
    private final List<DomainNotice> notices = new ArrayList<>();
    private boolean pointsHere = true;
    private StoreId store = StoreId.random();

    @BeforeEach
    void oneStoreWithADomain() {
        store = StoreId.random();
        REGISTRY.jdbi().useHandle(tx -> {
            tx.execute("DELETE FROM domains");
            tx.execute(
                    "INSERT INTO stores (id, handle, name, state, plan, region) VALUES (?, ?, 'A', 'active', 'basic', 'local')",
                    store.value(),
                    "h" + store.suffix());
        });
        add(DOMAIN, "proof");
        dns.texts.put(RECORD, "proof");
        proofs.registry = REGISTRY.database();
        proofs.audit = audit.ofPlatform();
        proofs.sights = new DomainSights();
        proofs.sights.records = dns;
        proofs.sights.platform = new PlatformAddress() {
            @Override
            Optional<Set<String>> addresses() {
                return Optional.of(Set.of(pointsHere ? HERE : "198.51.100.1"));
            }
        };
        proofs.jobs = new Jobs() {
            @Override
            public void enqueue(Handle tx, UUID id, Optional<StoreId> of, String kind, String payload) {
                assertThat(of).contains(store);
                assertThat(kind).isEqualTo(DomainNoticeJob.KIND);
                notices.add(DomainNotice.read(payload));
            }
        };
        proofs.stores = new Stores() {
            @Override
            public void announce(StoreId id) {
                announced.add(id);
            }
        };
    }

    @Test
    void aProofIsLookedForOnceADay() {
        assertThat(proofs.look()).isEqualTo(1);
        assertThat(proofs.look()).isZero();
        later("25 hours");
        assertThat(proofs.look()).isEqualTo(1);
        assertThat(claim()).isEqualTo("active t");
        assertThat(announced).isEmpty();
    }

    @Test
    void threeMissesMakeADomainFailingAndItGoesOnLeadingHere() {
        dns.texts.clear();

        lookAnHourLater();
        lookAnHourLater();
        assertThat(claim()).isEqualTo("active t");
        lookAnHourLater();
        assertThat(claim()).isEqualTo("failing t");
        assertThat(names()).isTrue();

        dns.texts.put(RECORD, "proof");
        lookAnHourLater();
        assertThat(claim()).isEqualTo("active t");
        assertThat(announced).contains(store);
    }

    @Test
    void aWeekAfterThatItLeadsHereNoMoreAndCanBeProvedAgain() {
        dns.texts.clear();
        for (int i = 0; i < 3; i++) {
            lookAnHourLater();
        }
        set("failing_since = failing_since - interval '6 days 23 hours'");
        lookAnHourLater();
        assertThat(claim()).isEqualTo("failing t");

        set("failing_since = failing_since - interval '2 hours'");
        lookAnHourLater();
        assertThat(claim()).isEqualTo("pending f");
        assertThat(names()).isFalse();
    }

    @Test
    void whileDnsIsAwayNothingIsTakenDown() {
        dns.away.add(RECORD);
        set("failing_since = now() - interval '30 days', misses = 9");

        for (int i = 0; i < 10; i++) {
            lookAnHourLater();
        }
        assertThat(claim()).isEqualTo("failing t");
        assertThat(column("misses")).isEqualTo("9");
    }

    @Test
    void whatWasNotAnsweredIsAskedAgainInAnHour() {
        dns.away.add(RECORD);
        proofs.look();
        assertThat(proofs.look()).isZero();
        later("61 minutes");
        assertThat(proofs.look()).isEqualTo(1);
    }

    @Test
    void aResolverThatFindsNothingAtAllIsNotBelieved() {
        for (int i = 0; i < 4; i++) {
            add("shop" + i + ".example.com", "proof");
        }
        dns.texts.clear();
        proofs.look();
        assertThat(column("misses")).isEqualTo("0");

        later("25 hours");
        dns.texts.put(Claim.RECORD + "shop0.example.com", "proof");
        proofs.look();
        assertThat(column("misses")).isEqualTo("1");
    }

    @Test
    void aPrimaryDomainThatLeadsElsewhereIsNotActiveAnyMore() {
        pointsHere = false;
        proofs.look();
        assertThat(claim()).isEqualTo("verified t");
        assertThat(announced).containsExactly(store);
    }

    @Test
    void whileNobodyTellsWhereADomainLeadsItGoesOnLeadingHere() {
        dns.away.add(DOMAIN);
        proofs.look();
        assertThat(claim()).isEqualTo("active t");
        assertThat(announced).isEmpty();
    }

    @Test
    void aDomainBehindAProxyOfItsOwnersStaysActive() {
        set("behind_proxy = true");
        pointsHere = false;
        proofs.look();
        assertThat(claim()).isEqualTo("active t");
    }

    @Test
    void eachChangeOfItsStateIsWrittenDownOnce() {
        dns.texts.clear();
        for (int i = 0; i < 5; i++) {
            lookAnHourLater();
        }
        set("failing_since = failing_since - interval '8 days'");
        lookAnHourLater();
        assertThat(audit.entries)
                .containsExactly(
                        "domain.state " + DOMAIN + " {\"state\":{\"after\":\"failing\",\"before\":\"active\"}}",
                        "domain.state " + DOMAIN + " {\"state\":{\"after\":\"pending\",\"before\":\"failing\"}}");
    }

    @Test
    void theOwnersAreToldOfEachChangeAndOfNothingElse() {
        lookAnHourLater();
        dns.texts.clear();
        for (int i = 0; i < 5; i++) {
            lookAnHourLater();
        }
        set("failing_since = failing_since - interval '8 days'");
        lookAnHourLater();

        assertThat(notices)
                .containsExactly(
                        new DomainNotice(DOMAIN, "active", "failing"), new DomainNotice(DOMAIN, "failing", "pending"));
    }

    private void add(String domain, String token) {
        REGISTRY.jdbi().useHandle(tx -> tx.execute("""
                        INSERT INTO domains (domain, store_id, state, token, points_here, is_primary)
                        VALUES (?, ?, 'active', ?, true, ?)""", domain, store.value(), token, domain.equals(DOMAIN)));
    }

    private void lookAnHourLater() {
        later("25 hours");
        proofs.look();
    }

    private static void later(String time) {
        REGISTRY.jdbi().useHandle(tx -> tx.execute("UPDATE domains SET due_at = due_at - interval '" + time + "'"));
    }

    private static void set(String changes) {
        REGISTRY.jdbi().useHandle(tx -> tx.execute("UPDATE domains SET " + changes));
    }

    private static String column(String name) {
        return REGISTRY.jdbi()
                .withHandle(tx -> tx.select("SELECT CAST(" + name + " AS text) FROM domains WHERE domain = ?", DOMAIN)
                        .mapTo(String.class)
                        .one());
    }

    private static boolean names() {
        return column("state").equals("active");
    }

    private String claim() {
        Claim claim = REGISTRY.jdbi()
                .withHandle(tx -> Claim.find(tx, store.value(), DOMAIN))
                .orElseThrow();
        return claim.state() + (claim.primary() ? " t" : " f");
    }
}
