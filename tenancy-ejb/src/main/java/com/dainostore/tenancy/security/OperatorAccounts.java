package com.dainostore.tenancy.security;

import com.dainostore.tenancy.audit.Actor;
import com.dainostore.tenancy.audit.Changes;
import com.dainostore.tenancy.audit.PlatformAudit;
import com.dainostore.tenancy.keys.KeyOwner;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.Person.Operator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The operators' accounts and tokens in the registry. */
record OperatorAccounts(Jdbi registry, PlatformAudit audit) implements Accounts {

    @Override
    public KeyOwner keyOwner() {
        return new KeyOwner.OfPlatform();
    }

    @Override
    public <T> T inTransaction(InTransaction<T> work) {
        return registry.inTransaction(work::call);
    }

    @Override
    public Optional<Account> byEmail(String email) {
        return registry.withHandle(handle -> handle.createQuery("""
            SELECT id, email, password_hash FROM operators
            WHERE lower(email) = :email AND deactivated_at IS NULL\
            """)
                .bind("email", email)
                .map((row, context) -> new Account(
                        row.getObject("id", UUID.class),
                        row.getString("email"),
                        row.getString("password_hash"),
                        Scopes.OPERATOR))
                .findOne());
    }

    @Override
    public void rehash(Account account, String hash) {
        registry.useHandle(handle -> handle.createUpdate(
                        "UPDATE operators SET password_hash = :hash WHERE id = :id AND password_hash = :before")
                .bind("id", account.id())
                .bind("hash", hash)
                .bind("before", account.passwordHash())
                .execute());
    }

    @Override
    public BearerToken newToken() {
        return BearerToken.newOperator();
    }

    @Override
    public void keep(Account account, BearerToken token, TokenTerms terms) {
        registry.useTransaction(tx -> {
            tx.createUpdate("""
                INSERT INTO operator_tokens (hash, operator_id, name, scopes, expires_at)
                VALUES (:hash, :operator, :name, string_to_array(:scopes, ' '), :expires)\
                """)
                    .bind("hash", token.hash())
                    .bind("operator", account.id())
                    .bind("name", terms.name())
                    .bind("scopes", String.join(" ", terms.scopes()))
                    .bind("expires", terms.expiresAt())
                    .execute();
            note(tx, actor(account), "token.issue", account.id(), terms.changes());
        });
    }

    @Override
    public void note(Handle tx, String action, Object resourceId, Changes changes) {
        audit.record(tx, Optional.empty(), action, resourceId.toString(), changes);
    }

    @Override
    public void note(Handle tx, Actor who, String action, Object resourceId, Changes changes) {
        audit.record(tx, who, Optional.empty(), action, resourceId.toString(), changes);
    }

    @Override
    public Actor actor(Account account) {
        return new Actor(Actor.Kind.OPERATOR, account.id().toString(), account.email());
    }

    /** What an operator is called; empty where they have not said. */
    String name(UUID operator) {
        return registry.withHandle(handle -> handle.createQuery("SELECT name FROM operators WHERE id = :id")
                .bind("id", operator)
                .mapTo(String.class)
                .one());
    }

    static void refuseKnown(Handle tx, String email) {
        boolean known = tx.createQuery("SELECT EXISTS (SELECT FROM operators WHERE lower(email) = lower(:email))")
                .bind("email", email)
                .mapTo(Boolean.class)
                .one();
        if (known) {
            throw new ValidationException("email", "An operator has this e-mail already.");
        }
    }

    /** The operator of a token that is neither expired nor revoked; notes, once a minute, that it is in use. */
    Optional<Operator> byToken(BearerToken token) {
        return registry.withHandle(handle -> {
            Optional<Operator> found = handle.createQuery("""
                SELECT o.id, o.email, array_to_string(t.scopes, ' ') AS scopes
                FROM operator_tokens t JOIN operators o ON o.id = t.operator_id
                WHERE t.hash = :hash AND t.revoked_at IS NULL AND t.expires_at > now()
                  AND o.deactivated_at IS NULL\
                """)
                    .bind("hash", token.hash())
                    .map((row, context) -> operator(row))
                    .findOne();
            found.ifPresent(operator -> handle.execute("""
                    UPDATE operator_tokens SET used_at = now()
                    WHERE hash = ? AND (used_at IS NULL OR used_at < now() - interval '1 minute')\
                    """, token.hash()));
            return found;
        });
    }

    /** The tokens of an operator that work, the newest first. */
    List<KnownToken> tokens(UUID operator) {
        return registry.withHandle(handle -> handle.createQuery("""
            SELECT id, name, array_to_string(scopes, ' ') AS scopes, created_at, expires_at, used_at
            FROM operator_tokens WHERE operator_id = :operator AND revoked_at IS NULL AND expires_at > now()
            ORDER BY created_at DESC, id LIMIT 200\
            """)
                .bind("operator", operator)
                .map((row, context) -> StaffTokens.known(row))
                .list());
    }

    /** Revokes one of this operator's tokens; that of somebody else stays as it is. */
    boolean revoke(UUID operator, UUID token) {
        return registry.inTransaction(tx -> {
            int revoked = tx.execute("""
                    UPDATE operator_tokens SET revoked_at = now()
                    WHERE id = ? AND operator_id = ? AND revoked_at IS NULL\
                    """, token, operator);
            if (revoked == 1) {
                note(tx, "token.revoke", token, Changes.none());
            }
            return revoked == 1;
        });
    }

    private static Operator operator(ResultSet row) throws SQLException {
        Set<String> scopes = new HashSet<>(Set.of(row.getString("scopes").split(" ")));
        scopes.retainAll(Scopes.OPERATOR);
        return new Operator(row.getObject("id", UUID.class), row.getString("email"), scopes);
    }
}
