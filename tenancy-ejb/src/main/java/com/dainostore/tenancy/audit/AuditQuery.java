package com.dainostore.tenancy.audit;

import com.dainostore.tenancy.scope.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Which entries are asked for, the newest first.
 *
 * @param actions any of these: an action, {@code product.update}, or the first part of several, {@code product}; empty: all
 * @param kind what sort of actor did it; empty: any
 * @param person the id of a person; empty: everybody
 * @param resource the id of what was acted on; empty: everything
 * @param store what was done to this store; for the platform's own entries
 * @param from the first moment
 * @param to the moment after the last
 * @param text what the person's name, the action, the resource, the changes or the entry's id contain; empty: anything
 * @param after the entry that the page before ended with
 */
public record AuditQuery(
        List<String> actions,
        Optional<Actor.Kind> kind,
        String person,
        String resource,
        Optional<StoreId> store,
        Optional<Instant> from,
        Optional<Instant> to,
        String text,
        Optional<AuditCursor> after,
        int limit) {
    public AuditQuery {
        actions = List.copyOf(actions);
    }

    /** The newest entries of all. */
    public static AuditQuery newest(int limit) {
        return new AuditQuery(
                List.of(),
                Optional.empty(),
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                limit);
    }

    /** Of these, what was done to one thing: its kind as actions begin with it, and its id. */
    public AuditQuery about(String what, String id) {
        return new AuditQuery(List.of(what), kind, person, id, store, from, to, text, after, limit);
    }

    AuditQuery after(AuditCursor cursor) {
        return new AuditQuery(actions, kind, person, resource, store, from, to, text, Optional.of(cursor), limit);
    }

    AuditQuery atMost(int most) {
        return new AuditQuery(actions, kind, person, resource, store, from, to, text, after, most);
    }

    /** What the log says of an export: what it was limited to. */
    Changes changes() {
        Changes changes = Changes.none();
        for (String[] part : new String[][] {
            {"action", String.join(" ", actions)},
            {"by", kind.map(Actor.Kind::code).orElse("")},
            {"person", person},
            {"resource", resource},
            {"store", store.map(StoreId::value).orElse("")},
            {"from", from.map(Instant::toString).orElse("")},
            {"to", to.map(Instant::toString).orElse("")},
            {"text", text}
        }) {
            changes = part[1].isEmpty() ? changes : changes.say(part[0], part[1]);
        }
        return changes;
    }

    private static final String MOMENT = "timestamptz '1970-01-01 00:00:00+00' + ? * interval '1 microsecond'";

    /** The statement; its parameters are {@link #values}. */
    String sql() {
        StringBuilder sql = new StringBuilder("SELECT" + EntryRows.COLUMNS + "FROM audit_entries WHERE true");
        int number = 1;
        for (Condition condition : conditions()) {
            String numbered = condition.sql();
            for (int i = 0; i < condition.values().size(); i++) {
                numbered = numbered.replaceFirst("\\?(?!\\d)", "?" + number++);
            }
            sql.append(" AND ").append(numbered);
        }
        return sql + " ORDER BY at DESC, id DESC LIMIT ?" + number;
    }

    Object[] values() {
        List<Object> values = new ArrayList<>();
        conditions().forEach(condition -> values.addAll(condition.values()));
        values.add(limit);
        return values.toArray();
    }

    private record Condition(String sql, List<Object> values) {
        Condition(String sql, Object... values) {
            this(sql, List.of(values));
        }
    }

    /** Ranges instead of LIKE where an index shall be used: LIKE is not leakproof and so waits for row security. */
    private List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        if (!actions.isEmpty()) {
            conditions.add(any(actions));
        }
        kind.ifPresent(one -> conditions.add(new Condition("actor_kind = ?", one.code())));
        if (!person.isEmpty()) {
            conditions.add(new Condition("actor_id = ?", person));
        }
        if (!resource.isEmpty()) {
            conditions.add(new Condition("resource_id = ?", resource));
        }
        store.ifPresent(id -> conditions.add(new Condition("store_id = ?", id.value())));
        from.ifPresent(moment -> conditions.add(new Condition("at >= " + MOMENT, AuditCursor.micros(moment))));
        to.ifPresent(moment -> conditions.add(new Condition("at < " + MOMENT, AuditCursor.micros(moment))));
        if (!text.isEmpty()) {
            conditions.add(new Condition(
                    "strpos(lower(concat_ws(' ', actor_label, action, resource_id, changes, id)), lower(?)) > 0",
                    text));
        }
        after.ifPresent(cursor -> conditions.add(new Condition(
                "(at, id) < (" + MOMENT + ", CAST(? AS uuid))",
                cursor.micros(),
                cursor.id().toString())));
        return conditions;
    }

    private static Condition any(List<String> actions) {
        List<Object> values = new ArrayList<>();
        StringJoiner sql = new StringJoiner(" OR ", "(", ")");
        for (String action : actions) {
            if (action.indexOf('.') >= 0) {
                sql.add("action = ?");
                values.add(action);
            } else {
                sql.add("action >= ? AND action < ?");
                values.addAll(List.of(action + ".", action + "/"));
            }
        }
        return new Condition(sql.toString(), values);
    }
}
