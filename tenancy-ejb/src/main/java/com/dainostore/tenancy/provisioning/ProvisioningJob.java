package com.dainostore.tenancy.provisioning;

import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.database.StoreDatabases;
import com.dainostore.tenancy.jobs.Job;
import com.dainostore.tenancy.jobs.JobHandler;
import com.dainostore.tenancy.provisioning.Operation.State;
import com.dainostore.tenancy.scope.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes a store step by step. After a kill it goes on with the step that was running; when a step fails it takes
 * everything back, last step first, and goes on taking back after a kill. It ends with a ready store or with no trace but
 * the operation's own record.
 */
@ApplicationScoped
public class ProvisioningJob implements JobHandler {
    private static final Logger LOG = Logger.getLogger(ProvisioningJob.class.getName());

    @Inject
    RegistryDatabase registry;

    @Inject
    Operations operations;

    @Inject
    SealedWishes wishes;

    @Inject
    StoreDatabases databases;

    @Inject
    ProvisioningSteps provisioning;

    @Override
    public String kind() {
        return Provisioning.JOB;
    }

    /** Taking back must not give up while a database server is away. */
    @Override
    public int maxAttempts() {
        return 1_000;
    }

    @Override
    public void run(Job job) throws SQLException {
        Operations.Task task = operations.task(job.id()).orElseThrow();
        byte[] request = task.request();
        if (task.operation().finished() || request == null) {
            return;
        }
        ProvisionStore wish = wishes.open(job.id(), request);
        List<String> states = new ArrayList<>(task.stepStates());
        try (Building building = new Building(job.id(), task.operation().store(), wish, databases)) {
            if (isGoingBack(states)) {
                takeBack(building, states, task.operation().error().orElse(null));
            } else {
                build(building, states);
            }
        }
    }

    private static boolean isGoingBack(List<String> states) {
        return states.contains(Operations.FAILED)
                || states.contains(Operations.COMPENSATING)
                || states.contains(Operations.COMPENSATED);
    }

    private void build(Building building, List<String> states) throws SQLException {
        List<Step> steps = provisioning.inOrder();
        for (int i = 0; i < steps.size(); i++) {
            if (states.get(i).equals(Operations.SUCCEEDED)) {
                continue;
            }
            mark(building, states, i, Operations.RUNNING);
            try {
                steps.get(i).perform().run(building);
            } catch (SQLException | RuntimeException e) {
                LOG.log(Level.WARNING, e, () -> "Making store " + building.store() + " failed and is taken back.");
                mark(building, states, i, Operations.FAILED);
                takeBack(building, states, sentence(e));
                return;
            }
            states.set(i, Operations.SUCCEEDED);
        }
        registry.jdbi()
                .useTransaction(tx -> operations.finish(tx, building.operation(), State.SUCCEEDED, states, null));
        LOG.log(Level.INFO, "Store {0} is ready.", building.wish().handle());
    }

    private void takeBack(Building building, List<String> states, @Nullable String error) throws SQLException {
        List<Step> steps = provisioning.inOrder();
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (states.get(i).equals(Operations.PENDING) || states.get(i).equals(Operations.COMPENSATED)) {
                continue;
            }
            mark(building, states, i, Operations.COMPENSATING);
            steps.get(i).undo().run(building);
            states.set(i, Operations.COMPENSATED);
        }
        registry.jdbi()
                .useTransaction(tx -> operations.finish(tx, building.operation(), State.COMPENSATED, states, error));
    }

    private void mark(Building building, List<String> states, int step, String state) {
        states.set(step, state);
        operations.progress(building.operation(), states);
    }

    /** What the operator reads: a refusal's own words, otherwise only that it failed; the log has the rest. */
    private static String sentence(Exception e) {
        return e instanceof Refusal
                ? String.valueOf(e.getMessage())
                : "The store could not be made. The log has the reason.";
    }
}
