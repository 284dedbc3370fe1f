package com.dainostore.tenancy.jobs;

import com.dainostore.tenancy.leases.Node;
import com.dainostore.tenancy.leases.TestNodes;
import com.dainostore.tenancy.leases.TestRegistry;
import com.dainostore.tenancy.scope.StoreId;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What tests of the queue need: nodes with their queues, stores, and a look at the rows. */
final class QueueFixture {
    static final String KIND = "test.kind";

    private final TestRegistry registry;

    QueueFixture(TestRegistry registry) {
        this.registry = registry;
    }

    void clear() {
        registry.jdbi().useHandle(handle -> handle.execute("DELETE FROM jobs"));
    }

    Node node(Path home) {
        return TestNodes.start(registry, home);
    }

    JobQueue queue(Node node) {
        JobQueue queue = new JobQueue();
        queue.registry = registry.database();
        queue.node = node;
        return queue;
    }

    Jobs jobs() {
        Jobs jobs = new Jobs();
        jobs.registry = registry.database();
        jobs.wakeUp = new WakeUp();
        return jobs;
    }

    /** Stores in the order of their ids. */
    List<StoreId> activeStores(int count) {
        StoreId[] ids = new StoreId[count];
        Arrays.setAll(ids, i -> StoreId.random());
        Arrays.sort(ids, Comparator.naturalOrder());
        for (StoreId id : ids) {
            registry.jdbi()
                    .useHandle(handle -> handle.execute(
                            "INSERT INTO stores (id, handle, name, state, plan, region) VALUES (?, ?, 'A', 'active', 'basic', 'local')",
                            id.value(),
                            id.suffix()));
        }
        return List.of(ids);
    }

    void state(StoreId store, String state) {
        registry.jdbi()
                .useHandle(handle -> handle.execute("UPDATE stores SET state = ? WHERE id = ?", state, store.value()));
    }

    UUID enqueue(StoreId store) {
        return jobs().enqueue(Optional.of(store), KIND, "{}");
    }

    UUID enqueue() {
        return jobs().enqueue(Optional.empty(), KIND, "{}");
    }

    void set(UUID job, String assignment) {
        registry.jdbi().useHandle(handle -> handle.execute("UPDATE jobs SET " + assignment + " WHERE id = ?", job));
    }

    /** A column of a job as text. */
    String get(UUID job, String expression) {
        return registry.jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT CAST(" + expression + " AS text) FROM jobs WHERE id = :id")
                .bind("id", job)
                .mapTo(String.class)
                .findOne()
                .orElse("gone"));
    }

    Map<String, Integer> states() {
        Map<String, Integer> states = new TreeMap<>();
        registry.jdbi().useHandle(handle -> handle.createQuery("SELECT state, count(*) AS n FROM jobs GROUP BY state")
                .map((row, context) -> states.put(row.getString("state"), row.getInt("n")))
                .list());
        return states;
    }
}
