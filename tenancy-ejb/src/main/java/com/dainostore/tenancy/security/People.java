package com.dainostore.tenancy.security;

import com.dainostore.tenancy.scope.StoreScoped;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rows of people and their tokens in the current store's database. Each call is a transaction of its own. */
@Stateless
@StoreScoped
public class People {
    @Inject
    EntityManager store;

    public Optional<Account> byEmail(String email) {
        return row(store.createNativeQuery("""
                                SELECT CAST(id AS text), email, password_hash, role
                                FROM people WHERE lower(email) = ?1""").setParameter(1, email).getResultList())
                .map(row -> new Account(
                        UUID.fromString((String) row[0]),
                        (String) row[1],
                        (String) row[2],
                        Role.ofCode((String) row[3]).scopes()));
    }

    public void rehash(Account account, String hash) {
        store.createNativeQuery("""
                        UPDATE people SET password_hash = ?1
                        WHERE id = CAST(?2 AS uuid) AND password_hash = ?3""")
                .setParameter(1, hash)
                .setParameter(2, account.id().toString())
                .setParameter(3, account.passwordHash())
                .executeUpdate();
    }

    public void keep(UUID person, byte[] tokenHash, TokenTerms terms) {
        store.createNativeQuery("""
                        INSERT INTO person_tokens (hash, person_id, scopes, expires_at)
                        VALUES (?1, CAST(?2 AS uuid), string_to_array(?3, ' '), to_timestamp(?4))""")
                .setParameter(1, tokenHash)
                .setParameter(2, person.toString())
                .setParameter(3, String.join(" ", terms.scopes()))
                .setParameter(4, terms.expiresAt().getEpochSecond())
                .executeUpdate();
    }

    /** Whose token it is, while it is valid; the scopes are those that the role still allows. */
    public Optional<Account> byToken(byte[] tokenHash) {
        return row(store.createNativeQuery("""
                                SELECT CAST(p.id AS text), p.email, p.role, array_to_string(t.scopes, ' ')
                                FROM person_tokens t JOIN people p ON p.id = t.person_id
                                WHERE t.hash = ?1 AND t.revoked_at IS NULL AND t.expires_at > now()""").setParameter(1, tokenHash).getResultList())
                .map(row -> new Account(
                        UUID.fromString((String) row[0]),
                        (String) row[1],
                        null,
                        allowed((String) row[3], Role.ofCode((String) row[2]))));
    }

    private static Set<String> allowed(String tokenScopes, Role role) {
        Set<String> scopes = new HashSet<>(Set.of(tokenScopes.split(" ")));
        scopes.retainAll(role.scopes());
        return scopes;
    }

    private static Optional<Object[]> row(List<?> rows) {
        return rows.stream().map(Object[].class::cast).findFirst();
    }
}
