package com.dainostore.tenancy.audit;

import com.dainostore.tenancy.scope.StoreId;
import java.time.Instant;
import java.util.Optional;

/** Queries of tests. */
final class AuditQueries {
    private AuditQueries() {}

    static AuditQuery all() {
        return of("", "", "", "");
    }

    static AuditQuery of(String action, String person, String resource, String text) {
        return new AuditQuery(
                action,
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
        return new AuditQuery(
                "", "", "", Optional.of(store), Optional.empty(), Optional.empty(), "", Optional.empty(), 50);
    }

    static AuditQuery between(Instant from, Instant to) {
        return new AuditQuery(
                "", "", "", Optional.empty(), Optional.of(from), Optional.of(to), "", Optional.empty(), 50);
    }
}
