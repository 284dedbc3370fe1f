package com.dainostore.tenancy.security;

import com.dainostore.tenancy.security.Person.Operator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The operators' accounts and tokens in the registry. */
record OperatorAccounts(Jdbi registry) implements Accounts {

    @Override
    public String realm() {
        return "platform";
    }

    @Override
    public Optional<Account> byEmail(String email) {
        return registry.withHandle(handle -> handle.createQuery(
                        "SELECT id, email, password_hash FROM operators WHERE lower(email) = :email")
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
    public void keep(UUID account, BearerToken token, TokenTerms terms) {
        registry.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO operator_tokens (hash, operator_id, scopes, expires_at)
                        VALUES (:hash, :operator, string_to_array(:scopes, ' '), :expires)""")
                .bind("hash", token.hash())
                .bind("operator", account)
                .bind("scopes", String.join(" ", terms.scopes()))
                .bind("expires", terms.expiresAt())
                .execute());
    }

    /** The operator of a token that is neither expired nor revoked. */
    Optional<Operator> byToken(BearerToken token) {
        return registry.withHandle(handle -> handle.createQuery("""
                        SELECT o.id, o.email, array_to_string(t.scopes, ' ') AS scopes
                        FROM operator_tokens t JOIN operators o ON o.id = t.operator_id
                        WHERE t.hash = :hash AND t.revoked_at IS NULL AND t.expires_at > now()""")
                .bind("hash", token.hash())
                .map((row, context) -> operator(row))
                .findOne());
    }

    private static Operator operator(ResultSet row) throws SQLException {
        Set<String> scopes = new HashSet<>(Set.of(row.getString("scopes").split(" ")));
        scopes.retainAll(Scopes.OPERATOR);
        return new Operator(row.getObject("id", UUID.class), row.getString("email"), scopes);
    }
}
