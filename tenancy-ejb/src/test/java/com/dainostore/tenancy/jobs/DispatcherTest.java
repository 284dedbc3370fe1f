package com.dainostore.tenancy.jobs;

import static com.dainostore.tenancy.jobs.QueueFixture.KIND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.tenancy.leases.Node;
import com.dainostore.tenancy.leases.TestRegistry;
import com.dainostore.tenancy.scope.StoreUnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DispatcherTest {
    @RegisterExtension
    static final TestRegistry REGISTRY = new TestRegistry();

    /** Work as the test wants it. */
    private interface Work {
        void run(Job job) throws Exception;
    }

    private record Handler(String kind, int atOnce, Work work) implements JobHandler {
        @Override
        public void run(Job job) throws Exception {
            work.run(job);
        }
    }

    /** Runs without a container. */
    private static final class PlainScope extends JobScope {
        @Override
        public void run(Job job, JobHandler handler) throws Exception {
            handler.run(job);
        }
    }

    private final QueueFixture fixture = new QueueFixture(REGISTRY);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch release = new CountDownLatch(1);

    @TempDir
    Path home;

    private Node node;

    @BeforeEach
    void startNode() {
        fixture.clear();
        node = fixture.node(home);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        node.stop();
    }

    private Dispatcher dispatcher(JobHandler... handlers) {
        return new Dispatcher(
                fixture.queue(node), new JobHandlers(List.of(handlers)), new PlainScope(), threads, () -> {});
    }

    /** Claims and waits for the end. */
    private void runOnce(Dispatcher dispatcher) throws Exception {
        dispatcher.claim();
        dispatcher.drain(Duration.ofSeconds(20));
    }

    @Test
    void workIsDone() throws Exception {
        UUID id = fixture.enqueue();
        AtomicInteger runs = new AtomicInteger();

        runOnce(dispatcher(new Handler(KIND, 1, job -> runs.incrementAndGet())));

        assertThat(runs).hasValue(1);
        assertThat(fixture.get(id, "state")).isEqualTo("done");
    }

    @Test
    void workThatFailsIsTriedFiveTimesAndThenKeptWithItsReason() throws Exception {
        UUID id = fixture.enqueue();
        AtomicInteger runs = new AtomicInteger();
        Dispatcher dispatcher = dispatcher(new Handler(KIND, 1, job -> {
            throw new IllegalStateException("try " + runs.incrementAndGet());
        }));
        for (int i = 1; i <= 5; i++) {
            assertThat(fixture.get(id, "state")).isEqualTo("ready");
            runOnce(dispatcher);
            fixture.set(id, "run_at = now()");
        }

        assertThat(fixture.get(id, "state")).isEqualTo("failed");
        assertThat(fixture.get(id, "error")).isEqualTo("java.lang.IllegalStateException: try 5");
        runOnce(dispatcher);
        assertThat(runs).hasValue(5);
    }

    @Test
    void anErrorOfTheMachineCountsAsAFailure() throws Exception {
        UUID id = fixture.enqueue();

        runOnce(dispatcher(new Handler(KIND, 1, job -> {
            throw new NoClassDefFoundError("gone");
        })));

        assertThat(fixture.get(id, "state || ' ' || error")).isEqualTo("ready java.lang.NoClassDefFoundError: gone");
    }

    @Test
    void aStoreThatCannotAnswerCostsNoTry() throws Exception {
        UUID id = fixture.enqueue();

        runOnce(dispatcher(new Handler(KIND, 1, job -> {
            throw new StoreUnavailableException("down", 5);
        })));

        assertThat(fixture.get(id, "state || ' ' || attempts")).isEqualTo("ready 0");
        assertThat(fixture.get(id, "run_at > now() + interval '3 seconds'")).isEqualTo("true");
    }

    @Test
    void workThatEndsItsServerAgainAndAgainIsGivenUp() throws Exception {
        UUID id = fixture.enqueue();
        fixture.set(id, "attempts = 5");
        AtomicInteger runs = new AtomicInteger();

        runOnce(dispatcher(new Handler(KIND, 1, job -> runs.incrementAndGet())));

        assertThat(runs).hasValue(0);
        assertThat(fixture.get(id, "state")).isEqualTo("failed");
    }

    @Test
    void eachKindAndTheNodeHaveTheirBounds() throws Exception {
        for (int i = 0; i < 20; i++) {
            fixture.enqueue();
            fixture.jobs().enqueue(Optional.empty(), "narrow", "1");
        }
        Dispatcher dispatcher = dispatcher(
                new Handler(KIND, 100, job -> release.await()), new Handler("narrow", 2, job -> release.await()));

        for (int i = 0; i < 10; i++) {
            dispatcher.claim();
        }

        assertThat(fixture.states()).isEqualTo(Map.of("ready", 40 - Dispatcher.AT_ONCE, "running", Dispatcher.AT_ONCE));
        assertThat(count("kind = 'narrow' AND state = 'running'")).isBetween(1, 2);
        release.countDown();
        dispatcher.drain(Duration.ofSeconds(20));
        assertThat(fixture.states()).isEqualTo(Map.of("ready", 40 - Dispatcher.AT_ONCE, "done", Dispatcher.AT_ONCE));
    }

    private static int count(String condition) {
        return REGISTRY.jdbi().withHandle(handle -> handle.createQuery("SELECT count(*) FROM jobs WHERE " + condition)
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void theEndOfTheServerWaitsForWorkThatEndsInTime() throws Exception {
        UUID id = fixture.enqueue();
        CountDownLatch begun = new CountDownLatch(1);
        Dispatcher dispatcher = dispatcher(new Handler(KIND, 1, job -> {
            begun.countDown();
            release.await();
        }));
        dispatcher.claim();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        threads.execute(release::countDown);

        dispatcher.drain(Duration.ofSeconds(20));

        assertThat(fixture.get(id, "state")).isEqualTo("done");
    }

    @Test
    void theEndOfTheServerGivesBackWorkThatDoesNotEndInTimeAsIfItHadNotBegun() throws Exception {
        UUID id = fixture.enqueue();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Dispatcher dispatcher = dispatcher(new Handler(KIND, 1, job -> {
            begun.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        }));
        dispatcher.claim();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

        dispatcher.drain(Duration.ofMillis(50));

        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        dispatcher.drain(Duration.ofSeconds(20));
        assertThat(fixture.get(id, "state || ' ' || attempts")).isEqualTo("ready 0");
    }

    @Test
    void workWhoseClaimIsLostIsAskedToStop() throws Exception {
        UUID id = fixture.enqueue();
        CountDownLatch begun = new CountDownLatch(1);
        Dispatcher dispatcher = dispatcher(new Handler(KIND, 1, job -> {
            begun.countDown();
            release.await();
        }));
        dispatcher.claim();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        fixture.set(id, "token = token + 1");

        dispatcher.prolong();
        dispatcher.drain(Duration.ofSeconds(20));

        assertThat(fixture.get(id, "state")).isEqualTo("running");
    }

    @Test
    void twoHandlersOfOneKindStopTheStart() {
        Handler handler = new Handler(KIND, 1, job -> {});

        assertThatThrownBy(() -> new JobHandlers(List.of(handler, handler))).isInstanceOf(IllegalStateException.class);
    }
}
