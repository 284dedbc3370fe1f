package com.dainostore.tenancy.leases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class LeasesTest {
    private static final Duration LONG = Duration.ofHours(1);

    @RegisterExtension
    static final TestRegistry REGISTRY = new TestRegistry();

    @TempDir
    Path homes;

    private final String name = "lease-" + UUID.randomUUID();
    private Node nodeA;
    private Node nodeB;
    private Leases ofA;
    private Leases ofB;

    @BeforeEach
    void startTwoNodes() {
        nodeA = TestNodes.start(REGISTRY, homes.resolve("a"));
        nodeB = TestNodes.start(REGISTRY, homes.resolve("b"));
        ofA = leases(nodeA);
        ofB = leases(nodeB);
    }

    @AfterEach
    void stopNodes() {
        nodeA.stop();
        nodeB.stop();
    }

    private static Leases leases(Node node) {
        Leases leases = new Leases();
        leases.registry = REGISTRY.database();
        leases.node = node;
        return leases;
    }

    /** Lets the database's clock pass the end of the lease. */
    private void expire() {
        REGISTRY.jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE leases SET expires_at = clock_timestamp() - interval '1 microsecond' WHERE name = ?",
                        name));
    }

    @Test
    void aHeldLeaseIsRefusedToOthersAndToItsHolder() {
        assertThat(ofA.acquire(name, LONG)).isPresent();

        assertThat(ofB.acquire(name, LONG)).isEmpty();
        assertThat(ofA.acquire(name, LONG)).isEmpty();
    }

    @Test
    void tokensOfANameOnlyGrow() {
        List<Long> tokens = new ArrayList<>();
        for (Leases leases : List.of(ofA, ofB, ofB, ofA)) {
            Lease lease = leases.acquire(name, LONG).orElseThrow();
            tokens.add(lease.token());
            leases.release(lease);
        }

        assertThat(tokens).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void anExpiredLeaseIsTakenOverAndItsFormerHolderHasNoSay() {
        Lease old = ofA.acquire(name, LONG).orElseThrow();
        expire();
        Lease taken = ofB.acquire(name, LONG).orElseThrow();

        assertThat(taken.token()).isGreaterThan(old.token());
        assertThat(ofA.holds(old)).isFalse();
        assertThat(ofA.renew(old, LONG)).isFalse();
        ofA.release(old);
        assertThat(ofB.holds(taken)).isTrue();
        assertThat(ofA.acquire(name, LONG)).isEmpty();
    }

    @Test
    void anExpiredLeaseCannotBeRenewedEvenWhenNobodyTookIt() {
        Lease lease = ofA.acquire(name, LONG).orElseThrow();
        expire();

        assertThat(ofA.holds(lease)).isFalse();
        assertThat(ofA.renew(lease, LONG)).isFalse();
    }

    @Test
    void renewingProlongsFromNowByTheDatabasesClock() {
        Lease lease = ofA.acquire(name, Duration.ofSeconds(5)).orElseThrow();

        assertThat(ofA.renew(lease, LONG)).isTrue();

        assertThat(secondsLeft()).isBetween(3_590.0, 3_600.0);
        assertThat(ofA.holds(lease)).isTrue();
    }

    private double secondsLeft() {
        return REGISTRY.jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT extract(epoch FROM expires_at - clock_timestamp()) FROM leases WHERE name = :name")
                .bind("name", name)
                .mapTo(Double.class)
                .one());
    }

    @Test
    void aReleasedLeaseIsFreeAtOnce() {
        Lease lease = ofA.acquire(name, LONG).orElseThrow();

        ofA.release(lease);

        assertThat(ofA.holds(lease)).isFalse();
        assertThat(ofB.acquire(name, LONG)).isPresent();
    }

    @Test
    void ofManyContendersExactlyOneWins() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 1; round <= 20; round++) {
                List<Callable<Optional<Lease>>> contenders = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    contenders.add(() -> ofA.acquire(name, LONG));
                    contenders.add(() -> ofB.acquire(name, LONG));
                }
                List<Lease> won = new ArrayList<>();
                for (Future<Optional<Lease>> outcome : threads.invokeAll(contenders)) {
                    outcome.get().ifPresent(won::add);
                }

                assertThat(won).hasSize(1);
                assertThat(won.get(0).token()).isEqualTo(round);
                (won.get(0).holder().equals(nodeA.holder()) ? ofA : ofB).release(won.get(0));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theNextIncarnationOfANodeFreesWhatItsDeadPredecessorHeldAndNothingElse() {
        Lease ofDead = ofA.acquire(name, LONG).orElseThrow();
        Lease ofOther = ofB.acquire(name + " of b", LONG).orElseThrow();
        nodeA.stop();

        nodeA = TestNodes.start(REGISTRY, homes.resolve("a"));
        Lease again = leases(nodeA).acquire(name, LONG).orElseThrow();

        assertThat(again.token()).isGreaterThan(ofDead.token());
        assertThat(ofA.holds(ofDead)).isFalse();
        assertThat(ofB.holds(ofOther)).isTrue();
    }

    @Test
    void eachIncarnationSignsWithItsOwnName() {
        assertThat(new HashSet<>(List.of(nodeA.holder(), nodeB.holder()))).hasSize(2);
        assertThat(nodeA.holder()).isEqualTo(nodeA.id() + "/" + nodeA.incarnation());
    }
}
