package com.dainostore.tenancy.jobs;

import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.leases.Node;
import com.dainostore.tenancy.scope.StoreId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/**
 * The queue's statements. Every change of a claimed job is fenced by its token: what has been claimed anew by somebody
 * else is left alone, and false is returned.
 */
@ApplicationScoped
class JobQueue {
    /** How many jobs of one store run at once in the cluster: the limit of the plan. */
    static final int PER_STORE = 5;

    /** Claims are taken one after the other in the cluster, so that the limit per store is exact. */
    private static final long CLAIM_LOCK = 0x6A6F6273L;

    private static final String CLAIM = """
            WITH kinds AS (
                SELECT * FROM unnest(:kinds, :free) AS k (kind, free)
            ), waiting AS (
                SELECT DISTINCT coalesce(store_id, '') AS store FROM jobs WHERE state = 'ready' AND run_at <= now()
            ), served AS (
                SELECT store, (SELECT count(*) FROM jobs r WHERE r.state = 'running' AND r.store_id = store) AS running
                  FROM waiting
                 WHERE store = '' OR EXISTS (SELECT 1 FROM stores s WHERE s.id = store AND s.state = 'active')
            ), candidates AS (
                SELECT j.id, j.kind, store, running + place AS turn
                  FROM served
                 CROSS JOIN LATERAL (
                    SELECT id, kind, row_number() OVER (ORDER BY priority DESC, run_at, id) AS place
                      FROM jobs
                     WHERE coalesce(store_id, '') = store AND state = 'ready' AND run_at <= now()
                       AND kind IN (SELECT kind FROM kinds)
                     ORDER BY priority DESC, run_at, id LIMIT :perStore) j
                 WHERE store = '' OR running + place <= :perStore
            ), ranked AS (
                SELECT *, row_number() OVER (PARTITION BY kind ORDER BY turn, store <= :after, store) AS nth
                  FROM candidates
            ), chosen AS (
                SELECT r.id FROM ranked r JOIN kinds k USING (kind) WHERE nth <= k.free
                 ORDER BY turn, store <= :after, store LIMIT :atMost
            )
            UPDATE jobs
               SET state = 'running', attempts = attempts + 1, token = token + 1, claimed_by = :holder,
                   claimed_until = clock_timestamp() + :claimSeconds * interval '1 second'
             WHERE id IN (SELECT id FROM jobs WHERE id IN (SELECT id FROM chosen) AND state = 'ready'
                             FOR UPDATE SKIP LOCKED)
            RETURNING id, store_id, kind, payload, attempts, token""";

    private static final String OWN = " WHERE id = :id AND token = :token AND state = 'running'";

    @Inject
    RegistryDatabase registry;

    @Inject
    Node node;

    /** How long a claim lives without being prolonged. */
    Duration claim = Duration.ofSeconds(30);

    /**
     * Claims due jobs: in turn over the stores, those with fewest running first.
     *
     * @param free how many of which kind can start here; other kinds are left alone
     * @param after the store served last: the next one in order comes first
     */
    List<Job> claim(Map<String, Integer> free, int atMost, String after) {
        return registry.jdbi().inTransaction(tx -> {
            tx.execute("SELECT pg_advisory_xact_lock(?)", CLAIM_LOCK);
            takeBackExpired(tx);
            return tx.createQuery(CLAIM)
                    .bindArray("kinds", String.class, free.keySet())
                    .bindArray("free", Integer.class, free.values())
                    .bind("perStore", PER_STORE)
                    .bind("after", after)
                    .bind("atMost", atMost)
                    .bind("holder", node.holder())
                    .bind("claimSeconds", claim.toMillis() / 1000.0)
                    .map(JobQueue::job)
                    .list();
        });
    }

    private static void takeBackExpired(Handle tx) {
        tx.execute("""
                UPDATE jobs SET state = 'ready', claimed_by = NULL, claimed_until = NULL
                 WHERE state = 'running' AND claimed_until <= clock_timestamp()""");
    }

    private static Job job(ResultSet row, StatementContext context) throws SQLException {
        return new Job(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getString("store_id")).map(StoreId::new),
                row.getString("kind"),
                row.getString("payload"),
                row.getInt("attempts"),
                row.getLong("token"));
    }

    /** Makes ready at once what earlier incarnations of this node had claimed: they are dead. */
    void takeBackEarlier() {
        registry.jdbi().useHandle(handle -> handle.createUpdate("""
                UPDATE jobs SET state = 'ready', claimed_by = NULL, claimed_until = NULL
                 WHERE state = 'running' AND split_part(claimed_by, '/', 1) = :node AND claimed_by <> :holder""")
                .bind("node", node.id())
                .bind("holder", node.holder())
                .execute());
    }

    /** Prolongs the claims and returns the jobs whose claim has been lost. */
    Set<Job> prolong(Collection<Job> jobs) {
        Set<Job> lost = new HashSet<>(jobs);
        registry.jdbi().useHandle(handle -> handle.createQuery("""
                UPDATE jobs SET claimed_until = clock_timestamp() + :claimSeconds * interval '1 second'
                  FROM unnest(:ids, :tokens) AS claimed (id, token)
                 WHERE jobs.id = claimed.id AND jobs.token = claimed.token AND state = 'running'
                RETURNING jobs.id""")
                .bindArray("ids", UUID.class, jobs.stream().map(Job::id).toList())
                .bindArray("tokens", Long.class, jobs.stream().map(Job::token).toList())
                .bind("claimSeconds", claim.toMillis() / 1000.0)
                .mapTo(UUID.class)
                .forEach(id -> lost.removeIf(job -> job.id().equals(id))));
        return lost;
    }

    boolean done(Job job) {
        return change(job, "state = 'done', error = NULL, finished_at = clock_timestamp()", update -> update);
    }

    boolean fail(Job job, String error) {
        return change(
                job,
                "state = 'failed', error = :error, finished_at = clock_timestamp()",
                update -> update.bind("error", error));
    }

    boolean retry(Job job, Duration rest, String error) {
        return change(
                job,
                "state = 'ready', error = :error, run_at = clock_timestamp() + :millis * interval '1 millisecond'",
                update -> update.bind("error", error).bind("millis", rest.toMillis()));
    }

    /** Puts the job back as if it had not been claimed, due after the rest. */
    boolean postpone(Job job, Duration rest) {
        return change(job, """
                state = 'ready', attempts = attempts - 1,
                run_at = clock_timestamp() + :millis * interval '1 millisecond'""", update -> update.bind("millis", rest.toMillis()));
    }

    private boolean change(Job job, String values, UnaryOperator<Update> bindings) {
        return registry.jdbi().withHandle(handle -> {
            String sql = "UPDATE jobs SET claimed_by = NULL, claimed_until = NULL, " + values + OWN;
            return 1
                    == bindings.apply(handle.createUpdate(sql))
                            .bind("id", job.id())
                            .bind("token", job.token())
                            .execute();
        });
    }

    /**
     * Forgets what nobody needs any more: work done a week ago, failures of a month ago and the jobs of deleted stores.
     * Work that has found no handler for a week has failed.
     */
    void forgetOld(Collection<String> kinds) {
        registry.jdbi().useTransaction(tx -> {
            tx.execute("""
                    DELETE FROM jobs
                     WHERE state = 'done' AND finished_at < now() - interval '7 days'
                        OR state = 'failed' AND finished_at < now() - interval '30 days'
                        OR store_id IN (SELECT id FROM stores WHERE state = 'deleted')""");
            tx.createUpdate("""
                    UPDATE jobs SET state = 'failed', error = 'Nothing handles this kind of work', finished_at = now()
                     WHERE state = 'ready' AND run_at < now() - interval '7 days' AND kind <> ALL (:kinds)""").bindArray("kinds", String.class, kinds).execute();
        });
    }
}
