package com.dainostore.tenancy.audit;

import com.dainostore.tenancy.scope.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Queries of tests. */
final class AuditQueries {
    private AuditQueries() {}

    static AuditQuery all() {
        return AuditQuery.newest(50);
    }

    static AuditQuery of(String action, String person, String resource, String text) {
        return of(action.isEmpty() ? List.of() : List.of(action), Optional.empty(), person, resource, text);
    }

    static AuditQuery ofActions(String... actions) {
        return of(List.of(actions), Optional.empty(), "", "", "");
    }

    static AuditQuery by(Actor.Kind kind) {
        return of(List.of(), Optional.of(kind), "", "", "");
    }

    private static AuditQuery of(
            List<String> actions, Optional<Actor.Kind> kind, String person, String resource, String text) {
        return new AuditQuery(
                actions,
                kind,
                person,
                resource,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                text,
                Optional.empty(),
                50);
    }

    static AuditQuery ofStore(StoreId store) {
        return withStoreAndTime(Optional.of(store), Optional.empty(), Optional.empty());
    }

    static AuditQuery between(Instant from, Instant to) {
        return withStoreAndTime(Optional.empty(), Optional.of(from), Optional.of(to));
    }

    private static AuditQuery withStoreAndTime(Optional<StoreId> store, Optional<Instant> from, Optional<Instant> to) {
        return new AuditQuery(List.of(), Optional.empty(), "", "", store, from, to, "", Optional.empty(), 50);
    }
}
