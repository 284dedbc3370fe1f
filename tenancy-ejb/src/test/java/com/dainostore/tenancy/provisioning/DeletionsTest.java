package com.dainostore.tenancy.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.tenancy.leases.TestRegistry;
import com.dainostore.tenancy.scope.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeletionsTest {
    @RegisterExtension
    static final TestRegistry REGISTRY = new TestRegistry();

    private final Deletions deletions = new Deletions();
    private final StoreId store = StoreId.random();
    private final UUID operation = UUID.randomUUID();

    @BeforeEach
    void aStoreThatWaitsForItsDeletion() {
        deletions.registry = REGISTRY.database();
        REGISTRY.jdbi().useTransaction(tx -> {
            tx.execute(
                    "INSERT INTO stores (id, handle, name, state, plan, region) VALUES (?, ?, 'Clay', 'deleting', 's', 'l')",
                    store.value(),
                    store.suffix());
            tx.execute(
                    "INSERT INTO jobs (id, kind, payload, run_at) VALUES (?, 'delete-store', '{}', now() + interval '7 days')",
                    operation);
            deletions.ask(tx, store, operation, "op@example.com", Duration.ofDays(7));
        });
    }

    @Test
    void itIsDueWhenTheGraceIsOver() {
        Deletion deletion = deletions.find(store).orElseThrow();

        assertThat(deletion.dueAt())
                .isBetween(Instant.now().plus(Duration.ofDays(6)), Instant.now().plus(Duration.ofDays(8)));
        assertThat(deletion.isFinished()).isFalse();
        assertThat(deletion.proven()).isEmpty();
        assertThat(deletions.find(StoreId.random())).isEmpty();
    }

    @Test
    void itIsTakenBackWhileItWaitsAndOnlyOnce() {
        assertThat(withdrawn()).isTrue();
        assertThat(deletions.find(store)).isEmpty();
        assertThat(withdrawn()).isFalse();
    }

    @Test
    void whatHasBegunCannotBeTakenBack() {
        REGISTRY.jdbi()
                .useHandle(tx -> tx.execute("UPDATE jobs SET state = 'running', attempts = 1 WHERE id = ?", operation));
        assertThat(withdrawn()).isFalse();

        REGISTRY.jdbi()
                .useHandle(tx -> tx.execute("UPDATE jobs SET state = 'ready', attempts = 1 WHERE id = ?", operation));
        assertThat(withdrawn())
                .as("a job that failed once has destroyed something already")
                .isFalse();
        assertThat(deletions.find(store)).isPresent();
    }

    @Test
    void itCanBeHurriedAndThenNotBeTakenBackAnyMore() {
        assertThat(REGISTRY.jdbi()
                        .inTransaction(tx -> deletions.hurry(tx, store))
                        .booleanValue())
                .isTrue();
        assertThat(withdrawn()).isFalse();
    }

    @Test
    void whatAStepFoundFirstStaysWhenItRunsAgain() {
        deletions.note(store, Map.of("files", "12", "bytes", "3400"));
        deletions.note(store, Map.of("files", "0", "bytes", "0", "filesGone", "now"));

        assertThat(deletions.find(store).orElseThrow().proven())
                .containsExactly("The folder of its files: 12 files, 3400 bytes.");
    }

    @Test
    void theCertificateSaysNothingThatWasNotLookedFor() {
        deletions.note(store, Map.of("database", "d_1", "server", "embedded", "key", "k1"));

        assertThat(deletions.find(store).orElseThrow().proven()).isEmpty();
    }

    private boolean withdrawn() {
        return REGISTRY.jdbi().inTransaction(tx -> deletions.withdraw(tx, store));
    }
}
