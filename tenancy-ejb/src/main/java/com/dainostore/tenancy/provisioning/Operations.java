package com.dainostore.tenancy.provisioning;

import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.provisioning.Operation.Kind;
import com.dainostore.tenancy.provisioning.Operation.State;
import com.dainostore.tenancy.provisioning.Operation.StepProgress;
import com.dainostore.tenancy.scope.StoreId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The operations of this installation in the registry. */
@ApplicationScoped
public class Operations {
    static final String PENDING = "pending";
    static final String RUNNING = "running";
    static final String SUCCEEDED = "succeeded";
    static final String FAILED = "failed";
    static final String COMPENSATING = "compensating";
    static final String COMPENSATED = "compensated";

    @Inject
    RegistryDatabase registry;

    /** An operation with what only its runner may see: the sealed request. */
    record Task(Operation operation, byte @Nullable [] request) {
        List<String> stepStates() {
            return operation.steps().stream().map(StepProgress::state).toList();
        }
    }

    public Optional<Operation> find(UUID id) {
        return task(id).map(Task::operation);
    }

    Optional<Task> task(UUID id) {
        return registry.jdbi().withHandle(tx -> tx.createQuery("SELECT * FROM operations WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> new Task(operation(row), row.getBytes("request")))
                .findFirst());
    }

    /** An earlier request with the same idempotency key: the operation it started, and a digest of what it asked for. */
    record Earlier(Operation operation, String digest) {}

    Optional<Earlier> earlier(Handle tx, String idempotencyKey) {
        return tx.createQuery("SELECT * FROM operations WHERE idempotency_key = :key")
                .bind("key", idempotencyKey)
                .map((row, context) -> new Earlier(operation(row), row.getString("request_digest")))
                .findFirst();
    }

    void add(
            Handle tx,
            UUID id,
            Kind kind,
            StoreId store,
            byte @Nullable [] request,
            @Nullable String digest,
            @Nullable String idempotencyKey,
            String requestedBy) {
        tx.createUpdate("""
                        INSERT INTO operations (id, kind, store_id, state, step_states, request, request_digest,
                            idempotency_key, requested_by)
                        VALUES (:id, :kind, :store, 'running', :steps, :request, :digest, :key, :by)
                        """)
                .bind("id", id)
                .bind("kind", code(kind))
                .bind("store", store.value())
                .bindArray(
                        "steps", String.class, Collections.nCopies(kind.steps().size(), PENDING))
                .bind("request", request)
                .bind("digest", digest)
                .bind("key", idempotencyKey)
                .bind("by", requestedBy)
                .execute();
    }

    /**
     * Notes how far the steps are. The note need not be durable: every step can run again, so its commit does not wait
     * for the disk.
     */
    void progress(UUID id, List<String> stepStates) {
        registry.jdbi().useTransaction(tx -> {
            tx.execute("SET LOCAL synchronous_commit = off");
            tx.createUpdate("UPDATE operations SET step_states = :steps, changed_at = now() WHERE id = :id")
                    .bind("id", id)
                    .bindArray("steps", String.class, stepStates)
                    .execute();
        });
    }

    void finish(Handle tx, UUID id, State state, List<String> stepStates, @Nullable String error) {
        tx.createUpdate("""
                        UPDATE operations SET state = :state, step_states = :steps, error = :error,
                            request = NULL, changed_at = now(), finished_at = now()
                        WHERE id = :id
                        """)
                .bind("id", id)
                .bind("state", code(state))
                .bindArray("steps", String.class, stepStates)
                .bind("error", error)
                .execute();
    }

    private static int percent(List<String> stepStates) {
        return Collections.frequency(stepStates, SUCCEEDED) * 100 / stepStates.size();
    }

    static Operation operation(ResultSet row) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
        String[] states = (String[]) row.getArray("step_states").getArray();
        List<StepProgress> steps = new ArrayList<>();
        for (int i = 0; i < states.length; i++) {
            steps.add(new StepProgress(kind.steps().get(i), states[i]));
        }
        return new Operation(
                row.getObject("id", UUID.class),
                kind,
                new StoreId(row.getString("store_id")),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                percent(List.of(states)),
                List.copyOf(steps),
                Optional.ofNullable(row.getString("error")),
                row.getTimestamp("created_at").toInstant());
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
