package com.dainostore.tenancy.security;

import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.ValidationException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** The roles of a store: the fixed ones first, then its own in the order of their names. */
final class Roles {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String SELECT =
            "SELECT id, name, array_to_string(permissions, ' ') AS permissions, version FROM roles ";
    private static final int MOST = 50;

    private Roles() {}

    static List<Role> all(Handle tx) {
        List<Role> roles = new ArrayList<>(Arrays.asList(FixedRole.values()));
        roles.addAll(tx.createQuery(SELECT + "ORDER BY lower(name)")
                .map((row, context) -> role(row))
                .list());
        return roles;
    }

    /** The role that a key names, or empty. */
    static Optional<Role> find(Handle tx, String key) {
        Optional<Role> fixed = FixedRole.ofKey(key).map(role -> role);
        return fixed.isPresent() || !UUID_FORM.matcher(key).matches()
                ? fixed
                : custom(tx, UUID.fromString(key)).map(role -> role);
    }

    static Role require(Handle tx, String field, String key) {
        return find(tx, key).orElseThrow(() -> new ValidationException(field, "Name one of the store's roles."));
    }

    static CustomRole requireCustom(Handle tx, UUID id) {
        return custom(tx, id)
                .orElseThrow(() -> new NotFoundException("The store has no role of its own with this id."));
    }

    private static Optional<CustomRole> custom(Handle tx, UUID id) {
        return tx.createQuery(SELECT + "WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .map((row, context) -> role(row))
                .findOne();
    }

    static void add(Handle tx, CustomRole role) {
        if (tx.select("SELECT count(*) FROM roles").mapTo(Integer.class).one() >= MOST) {
            throw new ValidationException("name", "A store has at most " + MOST + " roles of its own.");
        }
        refuseKnown(tx, role);
        tx.execute(
                "INSERT INTO roles (id, name, permissions) VALUES (?, ?, string_to_array(?, ' '))",
                role.id(),
                role.label(),
                role.permissions().toString());
    }

    static void change(Handle tx, CustomRole role) {
        refuseKnown(tx, role);
        tx.execute(
                "UPDATE roles SET name = ?, permissions = string_to_array(?, ' '), version = ? WHERE id = ?",
                role.label(),
                role.permissions().toString(),
                role.version(),
                role.id());
    }

    /** How many people have each role, by its key; roles that nobody has are left out. */
    static Map<String, Integer> holders(Handle tx) {
        return tx.createQuery("SELECT coalesce(role_id::text, role) AS key, count(*) AS people FROM people GROUP BY 1")
                .reduceRows(new HashMap<>(), (counts, row) -> {
                    counts.put(row.getColumn("key", String.class), row.getColumn("people", Integer.class));
                    return counts;
                });
    }

    static void remove(Handle tx, UUID id) {
        int used = tx.createQuery("SELECT count(*) FROM people WHERE role_id = :id")
                .bind("id", id)
                .mapTo(Integer.class)
                .one();
        if (used > 0) {
            throw new ValidationException(
                    "role",
                    (used == 1 ? "1 person has" : used + " people have") + " this role: give them another one first.");
        }
        tx.execute("DELETE FROM roles WHERE id = ?", id);
    }

    private static void refuseKnown(Handle tx, CustomRole role) {
        boolean fixed = Arrays.stream(FixedRole.values())
                .anyMatch(known -> known.label().equalsIgnoreCase(role.label()));
        boolean known = tx.createQuery(
                        "SELECT EXISTS (SELECT FROM roles WHERE lower(name) = lower(:name) AND id <> :id)")
                .bind("name", role.label())
                .bind("id", role.id())
                .mapTo(Boolean.class)
                .one();
        if (fixed || known) {
            throw new ValidationException("name", "Another role has this name.");
        }
    }

    private static CustomRole role(ResultSet row) throws SQLException {
        return new CustomRole(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Permissions.parse(row.getString("permissions")),
                row.getLong("version"));
    }
}
