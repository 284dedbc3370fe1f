package com.dainostore.tenancy.security;

import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.security.Person.Staff;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of people and their tokens in the database of one store. */
final class People {
    private People() {}

    /** @param email in lower case */
    static Optional<Account> byEmail(Handle tx, String email) {
        return tx.createQuery("SELECT" + StaffRow.COLUMNS + ", p.password_hash FROM" + StaffRow.TABLES
                        + "WHERE lower(p.email) = :email AND" + StaffRow.ACTIVE)
                .bind("email", email)
                .map((row, context) -> StaffRow.of(row).account(row.getString("password_hash")))
                .findOne();
    }

    /** Somebody who has joined and was not sent away. */
    static Optional<StaffRow> active(Handle tx, UUID id) {
        return tx.createQuery("SELECT" + StaffRow.COLUMNS + "FROM" + StaffRow.TABLES
                        + "WHERE p.id = :id AND p.joined_at IS NOT NULL AND" + StaffRow.ACTIVE)
                .bind("id", id)
                .map((row, context) -> StaffRow.of(row))
                .findOne();
    }

    static int rehash(Handle tx, Account account, String hash) {
        return tx.createUpdate("UPDATE people SET password_hash = :hash WHERE id = :id AND password_hash = :before")
                .bind("id", account.id())
                .bind("hash", hash)
                .bind("before", account.passwordHash())
                .execute();
    }

    static int keep(Handle tx, UUID person, byte[] tokenHash, TokenTerms terms) {
        return tx.createUpdate("""
                        INSERT INTO person_tokens (hash, person_id, name, scopes, expires_at)
                        VALUES (:hash, :person, :name, string_to_array(:scopes, ' '), :expires)""")
                .bind("hash", tokenHash)
                .bind("person", person)
                .bind("name", terms.name())
                .bind("scopes", String.join(" ", terms.scopes()))
                .bind("expires", terms.expiresAt())
                .execute();
    }

    /** Whose token it is, while it is valid and they are active; notes, once a minute, that it is in use. */
    static Optional<Staff> byToken(Handle tx, byte[] tokenHash, StoreId store) {
        Optional<Staff> found = tx.createQuery("SELECT" + StaffRow.COLUMNS
                        + ", array_to_string(t.scopes, ' ') AS scopes FROM" + StaffRow.TABLES
                        + "JOIN person_tokens t ON t.person_id = p.id"
                        + " WHERE t.hash = :hash AND t.revoked_at IS NULL AND t.expires_at > now() AND"
                        + StaffRow.ACTIVE)
                .bind("hash", tokenHash)
                .map((row, context) -> StaffRow.of(row).staff(store, words(row.getString("scopes"))))
                .findOne();
        found.ifPresent(staff -> tx.execute("""
                UPDATE person_tokens SET used_at = now()
                WHERE hash = ? AND (used_at IS NULL OR used_at < now() - interval '1 minute')""", tokenHash));
        return found;
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" ", -1));
    }
}
