package com.dainostore.admin;

import com.dainostore.tenancy.audit.Actor;
import com.dainostore.tenancy.audit.AuditCursor;
import com.dainostore.tenancy.audit.AuditQuery;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.ValidationException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which entries of an audit log an address asks for; what makes no sense counts as not given. */
@RequestScoped
public class AuditFilter {
    private static final int LONGEST = 200;

    /** What entries can be about, and what the actions of each begin with. */
    public enum Topic {
        CATALOG("Catalog", "product collection file currency"),
        ORDERS("Orders", "order delivery-rate"),
        PEOPLE("People", "person role ownership"),
        SIGN_INS("Signing in", "session sign-in token password second-factor credential"),
        STORES("Stores", "store domain settings flags deletion"),
        SETTINGS("Settings", "settings flags theme domain store"),
        PLATFORM("Platform", "server rollout job operation"),
        MAILS("Mails", "mail"),
        LOG("This log", "audit");

        private final String label;
        private final String actions;

        Topic(String label, String actions) {
            this.label = label;
            this.actions = actions;
        }

        String label() {
            return label;
        }

        List<String> actions() {
            return List.of(actions.split(" "));
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Inject
    Parameters parameters;

    @Inject
    Times times;

    private Map<String, String> asked = Map.of();

    @PostConstruct
    void read() {
        asked = Map.of(
                "topic",
                topic().map(Topic::code).orElse(""),
                "who",
                text("who"),
                "object",
                text("object"),
                "store",
                parameters.store("store").map(StoreId::value).orElse(""),
                "from",
                day("from").map(LocalDate::toString).orElse(""),
                "to",
                day("to").map(LocalDate::toString).orElse(""),
                "q",
                text("q"));
    }

    /** What is asked for by a name, as the form sends it; empty where nothing is. */
    public String asked(String name) {
        return asked.getOrDefault(name, "");
    }

    ListAddress address() {
        return new ListAddress(asked);
    }

    Optional<Topic> topic() {
        return parameters.one(Topic.class, "topic");
    }

    public Optional<StoreId> store() {
        return StoreId.parse(asked("store"));
    }

    boolean isFiltered() {
        return asked.values().stream().anyMatch(value -> !value.isEmpty());
    }

    boolean isLater() {
        return cursor().isPresent();
    }

    /** A day ends where the next one begins, in the time zone that moments are told in. */
    public AuditQuery query(int limit) {
        Optional<Actor.Kind> kind = Actor.Kind.find(asked("who"));
        return new AuditQuery(
                topic().map(Topic::actions).orElse(List.of()),
                kind,
                kind.isPresent() ? "" : asked("who"),
                asked("object"),
                store(),
                day("from").map(this::begin),
                day("to").map(day -> begin(day.plusDays(1))),
                asked("q"),
                cursor(),
                limit);
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(times.zone()).toInstant();
    }

    private Optional<AuditCursor> cursor() {
        try {
            return AuditCursor.parse(parameters.text("cursor"));
        } catch (ValidationException e) {
            return Optional.empty();
        }
    }

    private Optional<LocalDate> day(String name) {
        try {
            return Optional.of(LocalDate.parse(parameters.text(name)))
                    .filter(day -> day.getYear() >= 1970 && day.getYear() < 9999);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private String text(String name) {
        String text = parameters.text(name).strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
