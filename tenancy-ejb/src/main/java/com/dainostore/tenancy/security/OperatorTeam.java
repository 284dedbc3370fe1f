package com.dainostore.tenancy.security;

import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.audit.PlatformAudit;
import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.mail.MailAddress;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.Member.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The operators as a team: invited, sent away, called back. The last one who can sign in stays. */
@ApplicationScoped
public class OperatorTeam {
    private static final String SELECT = """
        SELECT o.id, o.email, o.name, o.password_hash IS NOT NULL AS joined, o.deactivated_at, o.created_at,
            f.confirmed_at IS NOT NULL AS second_factor
        FROM operators o LEFT JOIN second_factors f ON f.account_id = o.id\
        """;

    @Inject
    RegistryDatabase registry;

    @Inject
    CurrentPerson person;

    @Inject
    OperatorLetters letters;

    @Inject
    PlatformAudit audit;

    /** @param name empty until they have joined */
    public record Colleague(UUID id, String email, String name, State state, boolean secondFactor, Instant invitedAt) {}

    /** Everybody, those who were sent away last. */
    public List<Colleague> people() {
        person.requireOperator(Scopes.PLATFORM_READ);
        return registry.jdbi()
                .withHandle(tx -> tx.createQuery(SELECT + " ORDER BY o.deactivated_at IS NOT NULL, lower(o.email)")
                        .map((row, context) -> colleague(row))
                        .list());
    }

    /** Mails somebody a link to join with. */
    public Colleague invite(String email) {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        MailAddress address = MailAddress.require("email", email);
        return registry.jdbi().inTransaction(tx -> {
            UUID id = UUID.randomUUID();
            int made = tx.execute(
                    "INSERT INTO operators (id, email) VALUES (?, ?) ON CONFLICT DO NOTHING", id, address.text());
            if (made == 0) {
                throw new ValidationException("email", "An operator has this e-mail already.");
            }
            letters.invitation(tx, id, address.text());
            note(tx, "person.invite", id, Changes.none().set("email", null, address.text()));
            return require(tx, id);
        });
    }

    /** Mails another link to somebody who has not joined yet; the one before works no more. */
    public void inviteAgain(UUID id) {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        registry.jdbi().useTransaction(tx -> {
            Colleague invited = require(tx, id);
            if (invited.state() != State.INVITED) {
                throw new ValidationException("operator", invited.email() + " does not wait for an invitation.");
            }
            letters.invitation(tx, id, invited.email());
            note(tx, "person.invite-again", id, Changes.none());
        });
    }

    /** Sends an operator away: their sessions, tokens and links end. */
    public Colleague deactivate(UUID id) {
        UUID self = person.requireOperator(Scopes.PLATFORM_WRITE).id();
        if (self.equals(id)) {
            throw new ForbiddenException("You cannot send yourself away: ask a colleague.");
        }
        return registry.jdbi().inTransaction(tx -> {
            tx.execute("LOCK TABLE operators IN SHARE ROW EXCLUSIVE MODE");
            require(tx, id);
            tx.execute("UPDATE operators SET deactivated_at = now() WHERE id = ? AND deactivated_at IS NULL", id);
            tx.execute(
                    "UPDATE operator_tokens SET revoked_at = now() WHERE operator_id = ? AND revoked_at IS NULL", id);
            SessionRows.OF_OPERATORS.endAll(tx, id);
            Links.end(tx, id);
            requireOne(tx);
            note(tx, "person.deactivate", id, Changes.none());
            return require(tx, id);
        });
    }

    /** Calls back an operator who was sent away; they sign in with the password that they had. */
    public Colleague reactivate(UUID id) {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        return registry.jdbi().inTransaction(tx -> {
            require(tx, id);
            tx.execute("UPDATE operators SET deactivated_at = NULL WHERE id = ?", id);
            note(tx, "person.reactivate", id, Changes.none());
            return require(tx, id);
        });
    }

    private void note(Handle tx, String action, UUID operator, Changes changes) {
        audit.record(tx, Optional.empty(), action, operator.toString(), changes);
    }

    private static void requireOne(Handle tx) {
        boolean one = tx.createQuery("""
            SELECT EXISTS (SELECT FROM operators WHERE password_hash IS NOT NULL AND deactivated_at IS NULL)\
            """).mapTo(Boolean.class).one();
        if (!one) {
            throw LastOneException.operator();
        }
    }

    private static Colleague require(Handle tx, UUID id) {
        return tx.createQuery(SELECT + " WHERE o.id = :id")
                .bind("id", id)
                .map((row, context) -> colleague(row))
                .findOne()
                .orElseThrow(() -> new NotFoundException("No operator has this id."));
    }

    private static Colleague colleague(ResultSet row) throws SQLException {
        boolean away = Optional.<Timestamp>ofNullable(row.getTimestamp("deactivated_at"))
                .isPresent();
        return new Colleague(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                away ? State.DEACTIVATED : row.getBoolean("joined") ? State.ACTIVE : State.INVITED,
                row.getBoolean("second_factor"),
                row.getTimestamp("created_at").toInstant());
    }
}
