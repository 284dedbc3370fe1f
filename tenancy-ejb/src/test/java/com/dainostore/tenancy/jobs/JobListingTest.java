package com.dainostore.tenancy.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.tenancy.leases.TestRegistry;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JobListingTest {
    @RegisterExtension
    static final TestRegistry REGISTRY = new TestRegistry();

    private final JobListing listing = new JobListing();
    private final AtomicInteger rings = new AtomicInteger();

    @BeforeEach
    void queue() {
        listing.registry = REGISTRY.database();
        listing.wakeUp = new WakeUp();
        listing.wakeUp.tell(rings::incrementAndGet);
        REGISTRY.jdbi().useHandle(tx -> tx.execute("DELETE FROM jobs"));
    }

    @Test
    void theNewestComeFirstAndAStateIsAFilter() {
        UUID failed = job("failed", 2);
        UUID done = job("done", 1);

        assertThat(listing.page(Optional.empty(), 1).rows())
                .extracting(JobListing.Row::id)
                .containsExactly(done, failed);
        JobListing.Page page = listing.page(Optional.of(JobListing.State.FAILED), 1);
        assertThat(page.total()).isEqualTo(1);
        assertThat(page.rows().get(0).error()).contains("It broke");
        assertThat(page.rows().get(0).attempts()).isEqualTo(5);
    }

    @Test
    void failedWorkIsReadyAtOnceWithAllItsTries() {
        UUID failed = job("failed", 1);

        assertThat(retry(failed)).isTrue();

        JobListing.Row row = listing.page(Optional.empty(), 1).rows().get(0);
        assertThat(row.state()).isEqualTo(JobListing.State.READY);
        assertThat(row.attempts()).isZero();
        assertThat(rings).hasValue(1);
    }

    @Test
    void onlyFailedWorkIsTriedAgain() {
        for (String state : new String[] {"ready", "running", "done"}) {
            assertThat(retry(job(state, 1))).as(state).isFalse();
        }
        assertThat(retry(UUID.randomUUID())).isFalse();
        assertThat(listing.page(Optional.of(JobListing.State.RUNNING), 1).total())
                .isEqualTo(1);
    }

    private boolean retry(UUID job) {
        return REGISTRY.jdbi().inTransaction(tx -> listing.retry(tx, job));
    }

    private static UUID job(String state, int hoursAgo) {
        UUID id = UUID.randomUUID();
        REGISTRY.jdbi().useHandle(tx -> tx.execute("""
                        INSERT INTO jobs (id, kind, payload, state, attempts, error, created_at)
                        VALUES (?, 'a-kind', '{}', ?, 5, 'It broke', now() - ? * interval '1 hour')\
                        """, id, state, hoursAgo));
        return id;
    }
}
