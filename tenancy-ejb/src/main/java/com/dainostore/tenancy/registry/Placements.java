package com.dainostore.tenancy.registry;

import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.database.StoreDatabase;
import com.dainostore.tenancy.keys.KeyOwner;
import com.dainostore.tenancy.keys.Keys;
import com.dainostore.tenancy.keys.SealBrokenException;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Where each store's data lies and how to get in. Passwords are sealed with the store's own key and bound to the store
 * and the database's name, so that a row that was moved to another store opens nothing.
 */
@ApplicationScoped
public class Placements {
    private static final Logger LOG = Logger.getLogger(Placements.class.getName());
    private static final int RETRY_SECONDS = 60;
    private static final String APPLICATION = "application-password";
    private static final String PREVIOUS = "previous-application-password";
    private static final String MIGRATION = "migration-password";

    @Inject
    RegistryDatabase registry;

    @Inject
    Keys keys;

    /** The schema that a store's database has: the name of its last change and the checksum of all changelogs. */
    public record Schema(String version, String checksum) {}

    public void put(Handle tx, StoreDatabase database) {
        tx.createUpdate("""
                        INSERT INTO store_databases (store_id, server_id, database_name, owner_role, application_role,
                            application_secret, migration_role, migration_secret, connection_limit)
                        VALUES (:store, :server, :database, :owner, :application, :applicationSecret, :migration,
                            :migrationSecret, :limit)
                        ON CONFLICT (store_id) DO UPDATE SET application_secret = EXCLUDED.application_secret,
                            migration_secret = EXCLUDED.migration_secret, connection_limit = EXCLUDED.connection_limit
                        """)
                .bind("store", database.store().value())
                .bind("server", database.serverId())
                .bind("database", database.databaseName())
                .bind("owner", database.ownerRole())
                .bind("application", database.applicationRole())
                .bind("applicationSecret", seal(database, APPLICATION, database.applicationPassword()))
                .bind("migration", database.migrationRole())
                .bind("migrationSecret", seal(database, MIGRATION, database.migrationPassword()))
                .bind("limit", database.connectionLimit())
                .execute();
    }

    /** Keeps another password of the application, and the previous one as long as there is one. */
    public void setPasswords(Handle tx, StoreDatabase database) {
        String previous = database.previousPassword();
        tx.createUpdate("""
                        UPDATE store_databases SET application_secret = :secret, previous_secret = :previous
                        WHERE store_id = :store
                        """)
                .bind("store", database.store().value())
                .bind("secret", seal(database, APPLICATION, database.applicationPassword()))
                .bind("previous", previous == null ? null : seal(database, PREVIOUS, previous))
                .execute();
    }

    /** The way to the store's database; empty where it has none yet. */
    public Optional<StoreDatabase> find(StoreId store) {
        return registry.jdbi()
                .withHandle(tx -> tx.createQuery("SELECT * FROM store_databases WHERE store_id = :store")
                        .bind("store", store.value())
                        .map((row, context) -> new Row(
                                row.getString("server_id"),
                                row.getString("database_name"),
                                row.getString("owner_role"),
                                row.getString("application_role"),
                                row.getBytes("application_secret"),
                                row.getString("migration_role"),
                                row.getBytes("migration_secret"),
                                row.getInt("connection_limit"),
                                row.getBytes("previous_secret")))
                        .findFirst())
                .map(row -> row.open(this, store));
    }

    public void setSchema(Handle tx, StoreId store, Schema schema) {
        tx.execute(
                "UPDATE store_databases SET schema_version = ?, changelog_checksum = ? WHERE store_id = ?",
                schema.version(),
                schema.checksum(),
                store.value());
    }

    public Optional<Schema> schema(StoreId store) {
        return registry.jdbi().withHandle(tx -> tx.createQuery("""
                        SELECT schema_version, changelog_checksum FROM store_databases
                        WHERE store_id = :store AND changelog_checksum IS NOT NULL
                        """)
                .bind("store", store.value())
                .map((row, context) -> new Schema(row.getString(1), row.getString(2)))
                .findFirst());
    }

    /** The stores whose schema is not the given one: one statement, whatever their number. */
    public List<StoreId> behind(String checksum) {
        return registry.jdbi().withHandle(tx -> tx.createQuery("""
                        SELECT store_id FROM store_databases
                        WHERE changelog_checksum IS NOT NULL AND changelog_checksum <> :checksum ORDER BY store_id
                        """)
                .bind("checksum", checksum)
                .map((row, context) -> new StoreId(row.getString(1)))
                .list());
    }

    private byte[] seal(StoreDatabase database, String purpose, String password) {
        return keys.seal(
                new KeyOwner.OfStore(database.store()),
                purpose,
                database.databaseName(),
                password.getBytes(StandardCharsets.UTF_8));
    }

    private String unseal(StoreId store, String purpose, String databaseName, byte[] sealed) {
        try {
            byte[] plain = keys.unseal(new KeyOwner.OfStore(store), purpose, databaseName, sealed);
            return new String(plain, StandardCharsets.UTF_8);
        } catch (SealBrokenException e) {
            LOG.log(
                    Level.SEVERE,
                    e,
                    () -> "The registry's row about the database of store " + store
                            + " is not that store's. It stays closed.");
            throw new StoreUnavailableException(
                    "This shop cannot be opened. Its operator has been told.", RETRY_SECONDS);
        }
    }

    private record Row(
            String server,
            String database,
            String owner,
            String application,
            byte[] applicationSecret,
            String migration,
            byte[] migrationSecret,
            int limit,
            byte @Nullable [] previousSecret) {

        StoreDatabase open(Placements placements, StoreId store) {
            return new StoreDatabase(
                    store,
                    server,
                    database,
                    owner,
                    application,
                    placements.unseal(store, APPLICATION, database, applicationSecret),
                    migration,
                    placements.unseal(store, MIGRATION, database, migrationSecret),
                    limit,
                    previousSecret == null ? null : placements.unseal(store, PREVIOUS, database, previousSecret));
        }
    }
}
