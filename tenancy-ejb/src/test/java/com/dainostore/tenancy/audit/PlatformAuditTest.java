package com.dainostore.tenancy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.dainostore.tenancy.jobs.Job;
import com.dainostore.tenancy.jobs.Jobs;
import com.dainostore.tenancy.leases.TestRegistry;
import com.dainostore.tenancy.scope.StoreId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PlatformAuditTest {
    @RegisterExtension
    static final TestRegistry REGISTRY = new TestRegistry();

    private final PlatformAudit audit = new PlatformAudit();
    private final PlatformTrail trail = new PlatformTrail();
    private final List<Job> told = new ArrayList<>();
    private AuditStores stores;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        stores = new AuditStores(folder, REGISTRY.database());
        stores.actor.comesFrom("192.0.2.7");
        stores.actor.asks("request-1");
        stores.actor.enter(new Actor(Actor.Kind.OPERATOR, "o-1", "olga@example.org"));
        audit.actor = stores.actor;
        audit.keys = stores.keys;
        audit.hints = stores.hints;
        audit.jobs = new Jobs() {
            @Override
            public void enqueue(Handle tx, UUID id, Optional<StoreId> store, String kind, String payload) {
                told.add(new Job(id, store, kind, payload, 1, 1));
            }
        };
        trail.registry = REGISTRY.database();
    }

    @AfterEach
    void close() throws SQLException {
        stores.close();
        REGISTRY.jdbi()
                .useHandle(tx -> tx.execute("DELETE FROM audit_entries; DELETE FROM audit_seals; DELETE FROM jobs"));
    }

    @Test
    void anEntryCommitsOrVanishesWithItsTransaction() {
        suspend(Optional.of(stores.a));
        assertThatThrownBy(() -> REGISTRY.jdbi().useTransaction(tx -> {
                    audit.record(tx, Optional.empty(), "undone", "", Changes.none());
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        Entry entry = only(AuditQueries.all());
        assertThat(entry.store()).contains(stores.a);
        assertThat(entry.actor()).isEqualTo(new Actor(Actor.Kind.OPERATOR, "o-1", "olga@example.org"));
        assertThat(entry.address()).isEqualTo("192.0.2.7");
        assertThat(entry.requestId()).isEqualTo("request-1");
    }

    @Test
    void whatIsChangedInTheRegistryIsFound() {
        suspend(Optional.of(stores.a));
        suspend(Optional.empty());
        assertThat(stores.seals.seal(trail)).isTrue();
        assertThat(stores.check(trail).findings()).isEmpty();

        String id = only(AuditQueries.ofStore(stores.a)).id().toString();
        REGISTRY.jdbi().useHandle(tx -> tx.execute("UPDATE audit_entries SET store_id = NULL"));
        assertThat(stores.check(trail).findings())
                .extracting(Finding::kind, Finding::subject)
                .containsExactly(tuple(Finding.Kind.ENTRY_CHANGED, id));

        REGISTRY.jdbi().useHandle(tx -> tx.execute("DELETE FROM audit_entries WHERE id = CAST(? AS uuid)", id));
        assertThat(stores.check(trail).findings())
                .extracting(Finding::kind, Finding::subject)
                .containsExactly(tuple(Finding.Kind.ENTRY_REMOVED, id));
    }

    @Test
    void theStoreIsToldOnceAndNotWhoOrFromWhere() {
        suspend(Optional.of(stores.a));
        suspend(Optional.empty());
        assertThat(told).hasSize(1);
        assertThat(told.get(0).payload()).doesNotContain("olga").doesNotContain("192.0.2.7");

        NoticeJob job = new NoticeJob();
        for (int i = 0; i < 2; i++) {
            stores.in(stores.a, entities -> {
                job.trail = stores.plain(stores.a, entities);
                job.run(told.get(0));
                return job;
            });
        }

        List<EntryRows.Kept> seen = stores.trail(stores.a).search(AuditQueries.all());
        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).entry().action()).isEqualTo("store.suspend");
        assertThat(seen.get(0).entry().actor()).isEqualTo(new Actor(Actor.Kind.OPERATOR, "o-1", ""));
        assertThat(stores.check(stores.trail(stores.a)).findings()).isEmpty();
        assertThat(stores.trail(stores.b).search(AuditQueries.all())).isEmpty();
    }

    private void suspend(Optional<StoreId> store) {
        REGISTRY.jdbi()
                .useTransaction(tx -> audit.record(
                        tx, store, "store.suspend", store.map(StoreId::value).orElse(""), Changes.none()));
    }

    private Entry only(AuditQuery query) {
        List<EntryRows.Kept> found = trail.search(query);
        assertThat(found).hasSize(1);
        return found.get(0).entry();
    }
}
