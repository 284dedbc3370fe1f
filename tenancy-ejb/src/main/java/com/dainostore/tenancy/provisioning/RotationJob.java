package com.dainostore.tenancy.provisioning;

import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.database.StoreDatabase;
import com.dainostore.tenancy.database.StoreDatabases;
import com.dainostore.tenancy.jobs.Job;
import com.dainostore.tenancy.jobs.JobHandler;
import com.dainostore.tenancy.registry.Placements;
import com.dainostore.tenancy.registry.Stores;
import com.dainostore.tenancy.scope.StoreId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Gives a store's application role another password while the store is in use. The registry holds the new one and the
 * previous one until PostgreSQL knows the new one: whoever logs in meanwhile tries both.
 */
@ApplicationScoped
public class RotationJob implements JobHandler {
    /** Every node has read a change of the registry by then: it looks once a second where it was not told. */
    private static final Duration UNTIL_ALL_KNOW = Duration.ofSeconds(3);

    @Inject
    RegistryDatabase registry;

    @Inject
    Operations operations;

    @Inject
    Parts parts;

    @Inject
    Placements placements;

    @Inject
    Stores stores;

    @Inject
    StoreDatabases databases;

    @Override
    public String kind() {
        return StoreLife.ROTATION_JOB;
    }

    @Override
    public int maxAttempts() {
        return 1_000;
    }

    @Override
    public void run(Job job) throws Exception {
        StoreId store = operations.find(job.id()).orElseThrow().store();
        if (placements.find(store).isEmpty()) {
            parts.giveUp(job, "The store is gone.");
            return;
        }
        parts.run(job, List.of(this::announce, this::change, this::forget));
    }

    private void announce(StoreId store) throws InterruptedException {
        StoreDatabase database = placements.find(store).orElseThrow();
        if (database.previousPassword() == null) {
            keep(database.withApplicationPassword(StoreDatabase.newPassword()));
        }
        Thread.sleep(UNTIL_ALL_KNOW.toMillis());
    }

    private void change(StoreId store) throws SQLException {
        databases.changeApplicationPassword(placements.find(store).orElseThrow());
    }

    private void forget(StoreId store) {
        keep(placements.find(store).orElseThrow().withoutPreviousPassword());
    }

    private void keep(StoreDatabase database) {
        registry.jdbi().useTransaction(tx -> {
            placements.setPasswords(tx, database);
            stores.noteChange(tx, database.store(), "credentials");
        });
        stores.announce(database.store());
    }
}
