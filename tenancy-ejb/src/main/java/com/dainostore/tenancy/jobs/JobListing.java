package com.dainostore.tenancy.jobs;

import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.scope.StoreId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The queue as operators see it, and what they can do about work that was given up. */
@ApplicationScoped
public class JobListing {
    /** How many jobs a page shows. */
    public static final int SIZE = 25;

    private static final String FROM = """
        FROM jobs j LEFT JOIN stores s ON s.id = j.store_id WHERE (:state = '' OR j.state = :state)\
        """;

    @Inject
    RegistryDatabase registry;

    @Inject
    WakeUp wakeUp;

    /** Where a job stands. */
    public enum State {
        READY,
        RUNNING,
        DONE,
        FAILED;

        /** The name in the registry and in addresses: lower case. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param runAt not before then
     * @param error why the last try failed
     */
    public record Row(
            UUID id,
            String kind,
            State state,
            Optional<StoreId> store,
            Optional<String> storeName,
            int attempts,
            Instant runAt,
            Instant createdAt,
            Optional<String> error) {}

    /** @param total how many there are on all pages */
    public record Page(List<Row> rows, long total) {
        public int pages() {
            return (int) Math.max(1, (total + SIZE - 1) / SIZE);
        }
    }

    /**
     * The newest first.
     *
     * @param state empty: all
     * @param page counted from 1
     */
    public Page page(Optional<State> state, int page) {
        return registry.jdbi().withHandle(tx -> {
            long total = bound(tx.createQuery("SELECT count(*) " + FROM), state)
                    .mapTo(Long.class)
                    .one();
            List<Row> rows = bound(
                            tx.createQuery("SELECT j.*, s.name AS store_name " + FROM
                                    + " ORDER BY j.created_at DESC, j.id LIMIT :size OFFSET :offset"),
                            state)
                    .bind("size", SIZE)
                    .bind("offset", (Math.max(page, 1) - 1) * SIZE)
                    .map((row, context) -> new Row(
                            row.getObject("id", UUID.class),
                            row.getString("kind"),
                            State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                            Optional.ofNullable(row.getString("store_id")).map(StoreId::new),
                            Optional.ofNullable(row.getString("store_name")),
                            row.getInt("attempts"),
                            row.getTimestamp("run_at").toInstant(),
                            row.getTimestamp("created_at").toInstant(),
                            Optional.ofNullable(row.getString("error"))))
                    .list();
            return new Page(rows, total);
        });
    }

    /** Gives failed work all its tries again, from now on; says whether it had failed. */
    public boolean retry(Handle tx, UUID id) {
        int changed = tx.execute("""
                UPDATE jobs SET state = 'ready', attempts = 0, run_at = now(), finished_at = NULL
                WHERE id = ? AND state = 'failed'\
                """, id);
        tx.afterCommit(wakeUp::now);
        return changed == 1;
    }

    private static Query bound(Query query, Optional<State> state) {
        return query.bind("state", state.map(State::code).orElse(""));
    }
}
