package com.dainostore.tenancy.provisioning;

import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.database.StoreDatabase;
import com.dainostore.tenancy.database.StoreDatabases;
import com.dainostore.tenancy.jobs.Job;
import com.dainostore.tenancy.jobs.JobHandler;
import com.dainostore.tenancy.keys.KeyOwner;
import com.dainostore.tenancy.keys.Keys;
import com.dainostore.tenancy.persistence.OpenStores;
import com.dainostore.tenancy.registry.Placements;
import com.dainostore.tenancy.registry.Stores;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreState;
import com.dainostore.tenancy.storage.StoreFolders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Destroys a store: database, roles, files and key; its names then rest for 30 days. Each step can run again, so a job
 * that was killed starts over and ends the same. What it destroyed it looks for again, and notes that for the certificate.
 */
@ApplicationScoped
public class DeletionJob implements JobHandler {
    @Inject
    RegistryDatabase registry;

    @Inject
    Parts parts;

    @Inject
    Deletions deletions;

    @Inject
    Stores stores;

    @Inject
    Placements placements;

    @Inject
    OpenStores openStores;

    @Inject
    StoreDatabases databases;

    @Inject
    Keys keys;

    @Inject
    StoreFolders folders;

    @Override
    public String kind() {
        return StoreLife.DELETE_JOB;
    }

    @Override
    public int maxAttempts() {
        return 1_000;
    }

    @Override
    public void run(Job job) throws Exception {
        parts.run(job, List.of(this::stop, this::dropDatabase, this::deleteFiles, this::destroyKey, this::forget));
    }

    private void stop(StoreId store) {
        openStores.close(store);
        String domains = domainsOf(store);
        deletions.note(store, Map.of("domains", domains));
    }

    private String domainsOf(StoreId store) {
        return registry.jdbi()
                .withHandle(tx -> String.join(
                        ", ",
                        tx.select(
                                        "SELECT domain FROM domains WHERE store_id = ? AND state = 'active' ORDER BY 1",
                                        store.value())
                                .mapTo(String.class)
                                .list()));
    }

    /** Without its key nothing can be read from the registry's row any more: then the database went before the key did. */
    private void dropDatabase(StoreId store) throws SQLException {
        if (!keys.exists(new KeyOwner.OfStore(store))) {
            return;
        }
        Optional<StoreDatabase> placed = placements.find(store);
        if (placed.isPresent()) {
            StoreDatabase database = placed.get();
            deletions.note(store, Map.of("database", database.databaseName(), "server", database.serverId()));
            databases.drop(database);
            demand(!databases.exists(database), "The database is still there");
            noteGone(store, "databaseGone");
        }
    }

    private void deleteFiles(StoreId store) {
        StoreFolders.Contents contents = folders.contents(store);
        deletions.note(
                store, Map.of("files", String.valueOf(contents.files()), "bytes", String.valueOf(contents.bytes())));
        folders.delete(store);
        noteGone(store, "filesGone");
    }

    private void destroyKey(StoreId store) {
        stores.keyId(store).ifPresent(key -> deletions.note(store, Map.of("key", key)));
        keys.destroy(new KeyOwner.OfStore(store));
        demand(!keys.exists(new KeyOwner.OfStore(store)), "The key is still there");
        noteGone(store, "keyGone");
    }

    private void noteGone(StoreId store, String what) {
        deletions.note(store, Map.of(what, Instant.now().toString()));
    }

    /** The certificate says only what was looked at; the job is tried again otherwise. */
    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    private void forget(StoreId store) {
        registry.jdbi().useTransaction(tx -> {
            stores.rest(tx, store);
            stores.strip(tx, store);
            stores.move(tx, store, EnumSet.of(StoreState.DELETING), StoreState.DELETED);
            deletions.note(tx, store, "registryGone", Instant.now().toString());
            deletions.finish(tx, store);
        });
    }
}
