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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Destroys a store: database, roles, files and key; its names then rest for 30 days. Each step can run again, so a job
 * that was killed starts over and ends the same.
 */
@ApplicationScoped
public class DeletionJob implements JobHandler {
    @Inject
    RegistryDatabase registry;

    @Inject
    Parts parts;

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
        parts.run(
                job,
                List.of(
                        openStores::close,
                        this::dropDatabase,
                        folders::delete,
                        store -> keys.destroy(new KeyOwner.OfStore(store)),
                        this::forget));
    }

    /** Without its key nothing can be read from the registry's row any more: then the database went before the key did. */
    private void dropDatabase(StoreId store) throws SQLException {
        if (!keys.exists(new KeyOwner.OfStore(store))) {
            return;
        }
        Optional<StoreDatabase> database = placements.find(store);
        if (database.isPresent()) {
            databases.drop(database.get());
        }
    }

    private void forget(StoreId store) {
        registry.jdbi().useTransaction(tx -> {
            stores.rest(tx, store);
            stores.strip(tx, store);
            stores.move(tx, store, EnumSet.of(StoreState.DELETING), StoreState.DELETED);
        });
    }
}
