package com.dainostore.tenancy.provisioning;

import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.jobs.Job;
import com.dainostore.tenancy.provisioning.Operation.State;
import com.dainostore.tenancy.registry.Stores;
import com.dainostore.tenancy.scope.StoreId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs an operation that only goes forward: its parts in order, each noted when it begins and when it is done. Each part can
 * run again, so a job that was killed starts over and ends the same.
 */
@ApplicationScoped
class Parts {
    @Inject
    RegistryDatabase registry;

    @Inject
    Operations operations;

    @Inject
    Stores stores;

    /** One step of the operation. */
    interface Part {
        void run(StoreId store) throws Exception;
    }

    /** Ends the operation of a store that is gone meanwhile. */
    void giveUp(Job job, String error) {
        Operations.Task task = operations.task(job.id()).orElseThrow();
        registry.jdbi().useTransaction(tx -> operations.finish(tx, job.id(), State.FAILED, task.stepStates(), error));
    }

    void run(Job job, List<Part> parts) throws Exception {
        Operation operation = operations.find(job.id()).orElseThrow();
        if (operation.finished()) {
            return;
        }
        List<String> states = new ArrayList<>(
                operation.steps().stream().map(Operation.StepProgress::state).toList());
        for (int i = 0; i < parts.size(); i++) {
            states.set(i, Operations.RUNNING);
            operations.progress(job.id(), states);
            parts.get(i).run(operation.store());
            states.set(i, Operations.SUCCEEDED);
        }
        registry.jdbi().useTransaction(tx -> operations.finish(tx, job.id(), State.SUCCEEDED, states, null));
        stores.announce(operation.store());
    }
}
