package com.dainostore.tenancy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.tenancy.leases.TestRegistry;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SealsTest {
    @RegisterExtension
    static final TestRegistry REGISTRY = new TestRegistry();

    private AuditStores stores;
    private Trail trail;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        stores = new AuditStores(folder, REGISTRY.database());
        trail = stores.trail(stores.a);
    }

    @AfterEach
    void close() throws SQLException {
        stores.close();
        REGISTRY.jdbi().useHandle(tx -> tx.execute("DELETE FROM audit_seals; DELETE FROM jobs"));
    }

    @Test
    void whatCommitsLateIsSealedAtItsPlaceAndNothingBehindItBefore() {
        record("before");
        EntityManager slow = stores.begin(stores.a, audit -> audit.record("slow", "", Changes.none()));
        record("after");

        assertThat(stores.seals.seal(trail)).as("the one after has to wait").isFalse();
        assertThat(sealed()).isEqualTo(1);

        slow.getTransaction().commit();
        slow.close();
        assertThat(stores.seals.seal(trail)).isTrue();
        assertThat(sealed()).isEqualTo(3);
        assertThat(stores.check(trail).findings()).isEmpty();
    }

    @Test
    void aTransactionThatTookItsNumberEarlyButWroteLateHoldsNothingUp() {
        record("before");
        EntityManager idle = stores.begin(stores.a, audit -> {});
        idle.createNativeQuery("SELECT nextval('audit_entries_seq_seq')").getSingleResult();
        record("meanwhile");
        assertThat(stores.seals.seal(trail)).isTrue();

        stores.audit(stores.a, idle).record("late", "", Changes.none());
        idle.getTransaction().commit();
        idle.close();
        assertThat(stores.seals.seal(trail)).isTrue();
        assertThat(stores.check(trail).findings()).isEmpty();
        assertThat(sealed()).isEqualTo(3);
    }

    @Test
    void severalEntriesThatAreWrittenTogetherAreSealedEach() {
        EntityManager several = stores.begin(
                stores.a,
                audit -> audit.recordAll(List.of(
                        new Audit.Note("first", "1", Changes.none().say("a", "b")),
                        new Audit.Note("second", "2", Changes.none()))));
        several.getTransaction().commit();
        several.close();

        assertThat(stores.seals.seal(trail)).isTrue();
        assertThat(sealed()).isEqualTo(2);
        assertThat(stores.check(trail).findings()).isEmpty();
    }

    @Test
    void whatWasRolledBackLeavesNoHole() {
        EntityManager undone = stores.begin(stores.a, audit -> audit.record("undone", "", Changes.none()));
        record("kept");
        undone.getTransaction().rollback();
        undone.close();

        assertThat(stores.seals.seal(trail)).isTrue();
        assertThat(sealed()).isEqualTo(1);
        assertThat(stores.check(trail).intact()).isTrue();
    }

    @Test
    void manyWhoWriteWhileTwoSealAllEndUpSealed() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(6);
        AtomicBoolean writing = new AtomicBoolean(true);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                writers.add(pool.submit(() -> {
                    for (int i = 0; i < 50; i++) {
                        stores.in(stores.a, entities -> {
                            Audit audit = stores.audit(stores.a, entities);
                            audit.record("first", "", Changes.none());
                            audit.record("second", "", Changes.none());
                            return audit;
                        });
                    }
                }));
            }
            List<Future<?>> sealers = new ArrayList<>();
            for (int sealer = 0; sealer < 2; sealer++) {
                sealers.add(pool.submit(() -> {
                    while (writing.get()) {
                        stores.seals.seal(trail);
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            writing.set(false);
            for (Future<?> sealer : sealers) {
                sealer.get();
            }
        } finally {
            writing.set(false);
            pool.shutdownNow();
        }

        assertThat(stores.seals.seal(trail)).isTrue();
        assertThat(sealed()).isEqualTo(400);
        AuditReport report = stores.check(trail);
        assertThat(report.findings()).isEmpty();
        assertThat(report.entries()).isEqualTo(400);
    }

    @Test
    void aTransactionWithMoreEntriesThanABatchIsSealedWhole() {
        record("before");
        stores.in(stores.a, entities -> {
            Audit audit = stores.audit(stores.a, entities);
            for (int i = 0; i < EntryRows.BATCH + 1; i++) {
                audit.record("bulk", "p-" + i, Changes.none());
            }
            return audit;
        });
        record("after");

        assertThat(stores.seals.seal(trail)).isTrue();
        assertThat(sealed()).isEqualTo(EntryRows.BATCH + 3);
        assertThat(seals()).isEqualTo(3);
        assertThat(stores.check(trail).findings()).isEmpty();
    }

    @Test
    void theChainsOfTwoStoresAreTheirOwn() {
        record("one");
        stores.record(stores.b, "two", "", Changes.none());
        stores.seals.seal(trail);
        stores.seals.seal(stores.trail(stores.b));

        assertThat(stores.check(trail).entries()).isEqualTo(1);
        assertThat(stores.check(stores.trail(stores.b)).entries()).isEqualTo(1);
        assertThat(stores.check(trail).findings()).isEmpty();
        assertThat(stores.check(stores.trail(stores.b)).findings()).isEmpty();
    }

    @Test
    void oneJobIsLeftForManyEntriesOfAStore() {
        record("one");
        record("two");
        stores.record(stores.b, "three", "", Changes.none());

        List<String> waiting = REGISTRY.jdbi()
                .withHandle(tx -> tx.select("SELECT store_id FROM jobs WHERE kind = 'audit.seal'")
                        .mapTo(String.class)
                        .list());
        assertThat(waiting).containsExactlyInAnyOrder(stores.a.value(), stores.b.value());
    }

    private void record(String action) {
        stores.record(stores.a, action, "", Changes.none());
    }

    private static long sealed() {
        return one("SELECT coalesce(sum(cardinality(entries)), 0) FROM audit_seals");
    }

    private static long seals() {
        return one("SELECT count(*) FROM audit_seals");
    }

    private static long one(String query) {
        return REGISTRY.jdbi()
                .withHandle(tx -> tx.select(query).mapTo(Long.class).one());
    }
}
