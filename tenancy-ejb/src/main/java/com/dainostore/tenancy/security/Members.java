package com.dainostore.tenancy.security;

import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.ValidationException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of a store's team. */
final class Members {
    private static final String SELECT = "SELECT" + StaffRow.COLUMNS
            + ", p.invited_at, p.joined_at, p.deactivated_at, f.confirmed_at IS NOT NULL AS second_factor,"
            + " greatest((SELECT max(seen_at) FROM person_sessions s WHERE s.person_id = p.id),"
            + " (SELECT max(used_at) FROM person_tokens t WHERE t.person_id = p.id)) AS seen_at FROM"
            + StaffRow.TABLES + "LEFT JOIN second_factors f ON f.account_id = p.id ";

    private Members() {}

    static List<Member> all(Handle tx) {
        return tx.createQuery(SELECT + "ORDER BY p.deactivated_at IS NOT NULL, lower(p.email)")
                .map((row, context) -> member(row))
                .list();
    }

    static Member require(Handle tx, UUID id) {
        return tx.createQuery(SELECT + "WHERE p.id = :id")
                .bind("id", id)
                .map((row, context) -> member(row))
                .findOne()
                .orElseThrow(() -> new NotFoundException("Nobody of the team has this id."));
    }

    /** Lets one change of the team after the other: of two owners who demote each other one stays. */
    static void lock(Handle tx) {
        tx.createQuery("SELECT id FROM people WHERE role = 'owner' ORDER BY id FOR UPDATE")
                .mapTo(UUID.class)
                .list();
    }

    /** Refuses a change after which nobody would be left who owns the store and can sign in. */
    static void requireOwner(Handle tx) {
        boolean owned = tx.createQuery("""
                        SELECT EXISTS (SELECT FROM people
                            WHERE role = 'owner' AND joined_at IS NOT NULL AND deactivated_at IS NULL)""").mapTo(Boolean.class).one();
        if (!owned) {
            throw LastOneException.owner();
        }
    }

    static void refuseKnown(Handle tx, String field, String email) {
        boolean known = tx.createQuery("SELECT EXISTS (SELECT FROM people WHERE lower(email) = lower(:email))")
                .bind("email", email)
                .mapTo(Boolean.class)
                .one();
        if (known) {
            throw new ValidationException(field, "Somebody of the team has this e-mail already.");
        }
    }

    static UUID invite(Handle tx, String email, String name, Role role) {
        refuseKnown(tx, "email", email);
        UUID id = UUID.randomUUID();
        tx.execute(
                "INSERT INTO people (id, email, name, role, role_id) VALUES (?, ?, ?, ?, ?)",
                id,
                email,
                name,
                word(role),
                custom(role).orElse(null));
        return id;
    }

    static void give(Handle tx, UUID id, Role role) {
        tx.execute(
                "UPDATE people SET role = ?, role_id = ? WHERE id = ?",
                word(role),
                custom(role).orElse(null),
                id);
    }

    private static String word(Role role) {
        return role instanceof CustomRole ? "custom" : role.key();
    }

    private static Optional<UUID> custom(Role role) {
        return role instanceof CustomRole own ? Optional.of(own.id()) : Optional.empty();
    }

    private static Member member(ResultSet row) throws SQLException {
        StaffRow person = StaffRow.of(row);
        Optional<Timestamp> joined = Optional.ofNullable(row.getTimestamp("joined_at"));
        return new Member(
                person.id(),
                person.email(),
                person.name(),
                person.role(),
                row.getTimestamp("deactivated_at") != null
                        ? Member.State.DEACTIVATED
                        : joined.isPresent() ? Member.State.ACTIVE : Member.State.INVITED,
                row.getBoolean("second_factor"),
                row.getTimestamp("invited_at").toInstant(),
                joined.map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("seen_at")).map(Timestamp::toInstant));
    }
}
