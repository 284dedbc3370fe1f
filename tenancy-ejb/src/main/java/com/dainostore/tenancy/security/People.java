package com.dainostore.tenancy.security;

import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.scope.Unguarded;
import com.dainostore.tenancy.security.Person.Staff;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of people and their tokens in the current store's database. Each call is a transaction of its own. */
@Stateless
@StoreScoped
@Unguarded("Finds out who somebody is: before that there is nobody to ask.")
public class People {
    @Inject
    EntityManager store;

    @Inject
    CurrentStore current;

    public Optional<Account> byEmail(String email) {
        return row(store.createNativeQuery("SELECT" + StaffRow.COLUMNS + ", p.password_hash FROM" + StaffRow.TABLES
                                + "WHERE lower(p.email) = ?1 AND" + StaffRow.ACTIVE)
                        .setParameter(1, email)
                        .getResultList())
                .map(row -> account(StaffRow.of(row), (String) row[StaffRow.WIDTH]));
    }

    private static Account account(StaffRow row, @Nullable String passwordHash) {
        return new Account(
                row.id(), row.email(), passwordHash, row.role().permissions().scopes());
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

    /** Whose token it is, while it is valid and they are active; what the role allows is asked at each step. */
    public Optional<Staff> byToken(byte[] tokenHash) {
        return row(store.createNativeQuery("SELECT" + StaffRow.COLUMNS + ", array_to_string(t.scopes, ' ') FROM"
                                + StaffRow.TABLES + """
                                JOIN person_tokens t ON t.person_id = p.id
                                WHERE t.hash = ?1 AND t.revoked_at IS NULL AND t.expires_at > now() AND"""
                                + StaffRow.ACTIVE)
                        .setParameter(1, tokenHash)
                        .getResultList())
                .map(row -> StaffRow.of(row).staff(current.require().id(), words((String) row[StaffRow.WIDTH])));
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" ", -1));
    }

    private static Optional<Object[]> row(List<?> rows) {
        return rows.stream().map(Object[].class::cast).findFirst();
    }
}
