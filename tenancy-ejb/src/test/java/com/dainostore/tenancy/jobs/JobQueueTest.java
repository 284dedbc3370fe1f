package com.dainostore.tenancy.jobs;

import static com.dainostore.tenancy.jobs.QueueFixture.KIND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.leases.Node;
import com.dainostore.tenancy.leases.TestRegistry;
import com.dainostore.tenancy.scope.StoreId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

class JobQueueTest {
    private static final Map<String, Integer> PLENTY = Map.of(KIND, 100);

    @RegisterExtension
    static final TestRegistry REGISTRY = new TestRegistry();

    private final QueueFixture fixture = new QueueFixture(REGISTRY);

    @TempDir
    Path homes;

    private Node nodeA;
    private Node nodeB;
    private JobQueue ofA;
    private JobQueue ofB;

    @BeforeEach
    void startTwoNodes() {
        fixture.clear();
        nodeA = fixture.node(homes.resolve("a"));
        nodeB = fixture.node(homes.resolve("b"));
        ofA = fixture.queue(nodeA);
        ofB = fixture.queue(nodeB);
    }

    @AfterEach
    void stopNodes() {
        nodeA.stop();
        nodeB.stop();
    }

    private static List<Job> claimAll(JobQueue queue) {
        return queue.claim(PLENTY, 100, "");
    }

    private static Job claimOne(JobQueue queue) {
        List<Job> claimed = claimAll(queue);
        assertThat(claimed).hasSize(1);
        return claimed.get(0);
    }

    @Test
    void aJobCarriesWhatWasLeft() {
        StoreId store = fixture.activeStores(1).get(0);
        UUID id = fixture.jobs().enqueue(Optional.of(store), KIND, "{\"sku\": \"ä\"}");

        assertThat(claimOne(ofA)).isEqualTo(new Job(id, Optional.of(store), KIND, "{\"sku\": \"ä\"}", 1, 1));
    }

    @Test
    void anIdIsTakenOnce() {
        UUID id = UUID.randomUUID();
        for (String payload : List.of("1", "2")) {
            REGISTRY.jdbi().useTransaction(tx -> fixture.jobs().enqueue(tx, id, Optional.empty(), KIND, payload));
        }

        assertThat(claimOne(ofA).payload()).isEqualTo("1");
        assertThat(claimAll(ofA)).isEmpty();
    }

    @Test
    void workLeftInATransactionThatRollsBackIsNeverDone() {
        assertThatThrownBy(() -> REGISTRY.jdbi().useTransaction(tx -> {
                    fixture.jobs().enqueue(tx, UUID.randomUUID(), Optional.empty(), KIND, "1");
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(claimAll(ofA)).isEmpty();
    }

    @Test
    void leavingWorkRingsOnceItIsCommitted() {
        List<String> seen = new ArrayList<>();
        Jobs jobs = fixture.jobs();
        jobs.wakeUp.tell(() -> seen.add(fixture.states().toString()));

        jobs.enqueue(Optional.empty(), KIND, "1");

        assertThat(seen).containsExactly("{ready=1}");
    }

    @Test
    void contendingNodesClaimEachJobOnce() throws Exception {
        for (int i = 0; i < 60; i++) {
            fixture.enqueue();
        }
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Callable<List<Job>>> contenders = new ArrayList<>();
            for (int i = 0; i < 15; i++) {
                contenders.add(() -> ofA.claim(PLENTY, 3, ""));
                contenders.add(() -> ofB.claim(PLENTY, 3, ""));
            }
            List<UUID> claimed = new ArrayList<>();
            for (Future<List<Job>> jobs : threads.invokeAll(contenders)) {
                jobs.get().forEach(job -> claimed.add(job.id()));
            }

            assertThat(claimed).hasSize(60).doesNotHaveDuplicates();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void noMoreThanFiveJobsOfAStoreRunAtOnceInTheWholeCluster() throws Exception {
        StoreId store = fixture.activeStores(1).get(0);
        for (int i = 0; i < 12; i++) {
            fixture.enqueue(store);
        }
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Job> claimed = new ArrayList<>();
        try {
            List<Callable<List<Job>>> contenders = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                contenders.add(() -> ofA.claim(PLENTY, 2, ""));
                contenders.add(() -> ofB.claim(PLENTY, 2, ""));
            }
            for (Future<List<Job>> jobs : threads.invokeAll(contenders)) {
                claimed.addAll(jobs.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(claimed).hasSize(5);
        ofA.done(claimed.get(0));
        ofB.done(claimed.get(1));
        assertThat(claimAll(ofB)).hasSize(2);
    }

    @Test
    void aKindIsClaimedOnlyAsFarAsItHasRoom() {
        for (int i = 0; i < 4; i++) {
            fixture.jobs().enqueue(Optional.empty(), "narrow", "1");
            fixture.jobs().enqueue(Optional.empty(), "unknown", "1");
        }

        assertThat(ofA.claim(Map.of("narrow", 1, KIND, 5), 100, ""))
                .singleElement()
                .extracting(Job::kind)
                .isEqualTo("narrow");
    }

    @Test
    void storesTakeTurnsHoweverMuchOneHasLeft() {
        List<StoreId> stores = fixture.activeStores(3);
        for (int i = 0; i < 8; i++) {
            fixture.enqueue(stores.get(0));
        }
        fixture.enqueue(stores.get(1));
        fixture.enqueue(stores.get(1));
        fixture.enqueue(stores.get(2));

        List<Integer> order = new ArrayList<>();
        String servedLast = "";
        for (int i = 0; i < 6; i++) {
            Job job = ofA.claim(PLENTY, 1, servedLast).get(0);
            servedLast = job.store().orElseThrow().value();
            order.add(stores.indexOf(job.store().orElseThrow()));
            ofA.done(job);
        }

        assertThat(order).containsExactly(0, 1, 2, 0, 1, 0);
    }

    @Test
    void aStoreThatRunsNothingGoesBeforeOneThatRunsSomething() {
        List<StoreId> stores = fixture.activeStores(2);
        for (int i = 0; i < 4; i++) {
            fixture.enqueue(stores.get(0));
        }
        ofA.claim(PLENTY, 2, "");
        fixture.enqueue(stores.get(1));

        assertThat(ofA.claim(PLENTY, 1, stores.get(1).value()))
                .singleElement()
                .extracting(Job::store)
                .isEqualTo(Optional.of(stores.get(1)));
    }

    @Test
    void theWorkOfAStoreThatIsNotActiveWaitsForIt() {
        StoreId store = fixture.activeStores(1).get(0);
        fixture.enqueue(store);
        for (String state : List.of("provisioning", "suspended", "maintenance", "deleting", "deleted")) {
            fixture.state(store, state);
            assertThat(claimAll(ofA)).as(state).isEmpty();
        }
        fixture.state(store, "active");

        assertThat(claimAll(ofA)).hasSize(1);
    }

    @Test
    void anExpiredClaimIsTakenOverAndItsFormerOwnerChangesNothing() {
        UUID id = fixture.enqueue();
        Job lost = claimOne(ofA);
        fixture.set(id, "claimed_until = clock_timestamp() - interval '1 microsecond'");
        Job taken = claimOne(ofB);

        assertThat(taken.token()).isGreaterThan(lost.token());
        assertThat(taken.attempt()).isEqualTo(2);
        assertThat(ofA.done(lost)).isFalse();
        assertThat(ofA.retry(lost, Duration.ZERO, "x")).isFalse();
        assertThat(ofA.fail(lost, "x")).isFalse();
        assertThat(ofA.postpone(lost, Duration.ZERO)).isFalse();
        assertThat(ofA.prolong(List.of(lost))).containsExactly(lost);
        assertThat(fixture.get(id, "state")).isEqualTo("running");
        assertThat(ofB.done(taken)).isTrue();
    }

    @Test
    void aProlongedClaimLivesOnFromNow() {
        UUID id = fixture.enqueue();
        Job job = claimOne(ofA);
        fixture.set(id, "claimed_until = clock_timestamp() + interval '1 second'");

        assertThat(ofA.prolong(List.of(job))).isEmpty();

        assertThat(fixture.get(id, "claimed_until > clock_timestamp() + interval '25 seconds'"))
                .isEqualTo("true");
    }

    @Test
    void workThatIsDoneIsDoneOnce() {
        fixture.enqueue();
        Job job = claimOne(ofA);

        assertThat(ofA.done(job)).isTrue();
        assertThat(ofA.done(job)).isFalse();
        assertThat(claimAll(ofB)).isEmpty();
    }

    @Test
    void failedWorkRestsBeforeItsNextTry() {
        UUID id = fixture.enqueue();
        ofA.retry(claimOne(ofA), Duration.ofSeconds(30), "the reason");

        assertThat(claimAll(ofA)).isEmpty();
        assertThat(fixture.get(id, "error")).isEqualTo("the reason");
        fixture.set(id, "run_at = now()");
        assertThat(claimOne(ofB).attempt()).isEqualTo(2);
    }

    @Test
    void postponedWorkHasNotBeenTried() {
        fixture.enqueue();
        ofA.postpone(claimOne(ofA), Duration.ZERO);

        assertThat(claimOne(ofA).attempt()).isEqualTo(1);
    }

    @Test
    void theNextIncarnationOfANodeTakesBackWhatItsDeadPredecessorHadClaimed() {
        UUID ofDead = fixture.enqueue();
        claimOne(ofA);
        UUID ofOther = fixture.enqueue();
        claimOne(ofB);
        nodeA.stop();
        nodeA = fixture.node(homes.resolve("a"));

        fixture.queue(nodeA).takeBackEarlier();

        assertThat(fixture.get(ofDead, "state")).isEqualTo("ready");
        assertThat(fixture.get(ofOther, "state")).isEqualTo("running");
    }

    @Test
    void oldWorkIsForgottenAndWorkThatNobodyHandlesFails() {
        StoreId deleted = fixture.activeStores(1).get(0);
        UUID oldDone = fixture.enqueue();
        UUID newDone = fixture.enqueue();
        UUID oldFailure = fixture.enqueue();
        UUID unhandled = fixture.jobs().enqueue(Optional.empty(), "unknown", "1");
        UUID waiting = fixture.enqueue();
        UUID ofDeleted = fixture.enqueue(deleted);
        fixture.state(deleted, "deleted");
        fixture.set(oldDone, "state = 'done', finished_at = now() - interval '8 days'");
        fixture.set(newDone, "state = 'done', finished_at = now() - interval '6 days'");
        fixture.set(oldFailure, "state = 'failed', finished_at = now() - interval '31 days'");
        fixture.set(unhandled, "run_at = now() - interval '8 days'");
        fixture.set(waiting, "run_at = now() - interval '8 days'");

        ofA.forgetOld(List.of(KIND));

        assertThat(List.of(oldDone, newDone, oldFailure, unhandled, waiting, ofDeleted))
                .extracting(id -> fixture.get(id, "state"))
                .containsExactly("gone", "done", "gone", "failed", "ready", "gone");
    }
}
