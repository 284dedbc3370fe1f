package com.dainostore.tenancy.database;

import com.dainostore.tenancy.scope.StoreId;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where a store's data lies and the keys to it. The names are random, so that what PostgreSQL shows of them to others
 * says nothing; kept sealed in the registry and never shown to the store itself.
 *
 * @param ownerRole owns the database and everything in it, and cannot log in
 * @param applicationRole reads and writes rows, nothing else
 * @param migrationRole logs in for migrations and acts as the owner
 * @param connectionLimit the most connections that PostgreSQL accepts from the application, all nodes together
 * @param previousPassword what the application's password was, while PostgreSQL may not know the new one yet
 */
public record StoreDatabase(
        StoreId store,
        String serverId,
        String databaseName,
        String ownerRole,
        String applicationRole,
        String applicationPassword,
        String migrationRole,
        String migrationPassword,
        int connectionLimit,
        @Nullable String previousPassword) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Names and passwords that nobody has had before; nothing is created yet. */
    public static StoreDatabase invent(StoreId store, String serverId, int connectionLimit) {
        String stem = HexFormat.of().formatHex(random(10));
        return new StoreDatabase(
                store,
                serverId,
                "db_" + stem,
                "own_" + stem,
                "app_" + stem,
                newPassword(),
                "mig_" + stem,
                newPassword(),
                connectionLimit,
                null);
    }

    /** A password of 32 random bytes. */
    public static String newPassword() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(32));
    }

    /** With a new password for the application; the one of before is kept as the previous one. */
    public StoreDatabase withApplicationPassword(String password) {
        return with(password, applicationPassword);
    }

    /** When PostgreSQL knows the new password. */
    public StoreDatabase withoutPreviousPassword() {
        return with(applicationPassword, null);
    }

    /** Whether the other names the same database and roles with the same limit. */
    public boolean isSameButForPasswords(StoreDatabase other) {
        return equals(new StoreDatabase(
                other.store,
                other.serverId,
                other.databaseName,
                other.ownerRole,
                other.applicationRole,
                applicationPassword,
                other.migrationRole,
                migrationPassword,
                other.connectionLimit,
                previousPassword));
    }

    private StoreDatabase with(String password, @Nullable String previous) {
        return new StoreDatabase(
                store,
                serverId,
                databaseName,
                ownerRole,
                applicationRole,
                password,
                migrationRole,
                migrationPassword,
                connectionLimit,
                previous);
    }

    private static byte[] random(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return value;
    }

    @Override
    public String toString() {
        return "StoreDatabase[of " + store + "]";
    }
}
