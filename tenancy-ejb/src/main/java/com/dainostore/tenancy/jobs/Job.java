package com.dainostore.tenancy.jobs;

import com.dainostore.tenancy.scope.StoreId;
import java.util.Optional;
import java.util.UUID;

/**
 * One try at a piece of work.
 *
 * @param store the store whose scope the work runs in; empty: the platform's own work
 * @param payload JSON, as enqueued
 * @param attempt 1 for the first try
 * @param token grows with every claim: what the job writes elsewhere can be fenced by it
 */
public record Job(UUID id, Optional<StoreId> store, String kind, String payload, int attempt, long token) {
    @Override
    public String toString() {
        return kind + " " + id + store.map(s -> " of " + s).orElse("") + ", attempt " + attempt;
    }
}
