package com.dainostore.tenancy.provisioning;

import com.dainostore.tenancy.scope.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Long work on a store, as it can be watched.
 *
 * @param percent 0 to 100
 */
public record Operation(
        UUID id,
        Kind kind,
        StoreId store,
        State state,
        int percent,
        List<StepProgress> steps,
        Optional<String> error,
        Instant createdAt) {

    /** What is done; its steps in order. */
    public enum Kind {
        PROVISION("validate", "database", "migrations", "admin", "domain", "settings", "ready"),
        DELETE("stop", "database", "files", "keys", "registry"),
        ROTATE("announce", "change", "forget");

        @SuppressWarnings("ImmutableEnumChecker") // List.of
        private final List<String> steps;

        Kind(String... steps) {
            this.steps = List.of(steps);
        }

        public List<String> steps() {
            return steps;
        }
    }

    /** Where the whole stands. */
    public enum State {
        RUNNING,
        SUCCEEDED,
        FAILED,
        COMPENSATED
    }

    /** Where a step stands: {@code pending, running, succeeded, failed, compensating, compensated}. */
    public record StepProgress(String name, String state) {}

    public boolean finished() {
        return state != State.RUNNING;
    }
}
