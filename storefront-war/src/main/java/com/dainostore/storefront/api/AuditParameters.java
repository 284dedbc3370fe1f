package com.dainostore.storefront.api;

import com.dainostore.tenancy.audit.Actor;
import com.dainostore.tenancy.audit.AuditCursor;
import com.dainostore.tenancy.audit.AuditQuery;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.ValidationException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The audit entries that a request asks for: the newest 50 unless it says otherwise. */
public class AuditParameters {
    private static final int LONGEST = 200;

    @QueryParam("action")
    @DefaultValue("")
    private String action = "";

    @QueryParam("by")
    @DefaultValue("")
    private String by = "";

    @QueryParam("person")
    @DefaultValue("")
    private String person = "";

    @QueryParam("resource")
    @DefaultValue("")
    private String resource = "";

    @QueryParam("store")
    @DefaultValue("")
    private String store = "";

    @QueryParam("from")
    @DefaultValue("")
    private String from = "";

    @QueryParam("to")
    @DefaultValue("")
    private String to = "";

    @QueryParam("q")
    @DefaultValue("")
    private String text = "";

    @QueryParam("cursor")
    @DefaultValue("")
    private String cursor = "";

    @QueryParam("limit")
    @DefaultValue("50")
    private String limit = "50";

    /** In a store's log everything is the store's own, whatever store is asked for. */
    AuditQuery ofStore() {
        return query(Optional.empty());
    }

    public AuditQuery ofPlatform() {
        Optional<StoreId> wanted = StoreId.parse(store);
        if (!store.isEmpty() && wanted.isEmpty()) {
            throw new ValidationException("store", "Use the id of a store, or none.");
        }
        return query(wanted);
    }

    private AuditQuery query(Optional<StoreId> wanted) {
        return new AuditQuery(
                action.isEmpty() ? List.of() : List.of(text("action", action)),
                kind(),
                text("person", person),
                text("resource", resource),
                wanted,
                moment("from", from),
                moment("to", to),
                text("q", text),
                AuditCursor.parse(cursor),
                Paging.limit(limit));
    }

    private Optional<Actor.Kind> kind() {
        Optional<Actor.Kind> kind = Actor.Kind.find(by);
        if (!by.isEmpty() && kind.isEmpty()) {
            throw new ValidationException("by", "Use staff, operator, platform or visitor.");
        }
        return kind;
    }

    private static String text(String name, String value) {
        if (value.length() > LONGEST || value.indexOf('\0') >= 0) {
            throw new ValidationException(name, "Use at most " + LONGEST + " characters.");
        }
        return value.strip();
    }

    private static Optional<Instant> moment(String name, String value) {
        try {
            return value.isEmpty() ? Optional.empty() : Optional.of(inRange(Instant.parse(value)));
        } catch (DateTimeException e) {
            throw new ValidationException(name, "Use a moment such as 2026-01-31T10:00:00Z.");
        }
    }

    /** Years that the database knows. */
    private static Instant inRange(Instant moment) {
        if (moment.isBefore(Instant.EPOCH) || moment.isAfter(Instant.parse("9999-12-31T23:59:59Z"))) {
            throw new DateTimeException("Out of range");
        }
        return moment;
    }
}
