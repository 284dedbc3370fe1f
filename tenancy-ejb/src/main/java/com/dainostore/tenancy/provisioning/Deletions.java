package com.dainostore.tenancy.provisioning;

import com.dainostore.tenancy.database.RegistryDatabase;
import com.dainostore.tenancy.scope.StoreId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The deletions of stores in the registry. Their rows stay when the stores are gone: they are the certificates. */
@ApplicationScoped
public class Deletions {
    private static final String DELETION = """
            SELECT d.*, (SELECT coalesce(array_agg(ARRAY[key, value]), '{}') FROM jsonb_each_text(d.gone)) AS notes
            FROM deletions d WHERE store_id = :store
            """;

    @Inject
    RegistryDatabase registry;

    /** The deletion of the store, waiting, running or done; empty where nobody asked for it. */
    public Optional<Deletion> find(StoreId store) {
        return registry.jdbi().withHandle(tx -> find(tx, store));
    }

    Optional<Deletion> find(Handle tx, StoreId store) {
        return tx.createQuery(DELETION)
                .bind("store", store.value())
                .map((row, context) -> deletion(row))
                .findFirst();
    }

    void ask(Handle tx, StoreId store, UUID operation, String by, Duration grace) {
        tx.createUpdate("""
                        INSERT INTO deletions (store_id, operation_id, handle, name, requested_by, due_at)
                        SELECT id, :operation, handle, name, :by, now() + :seconds * interval '1 second'
                        FROM stores WHERE id = :store
                        """)
                .bind("store", store.value())
                .bind("operation", operation)
                .bind("by", by)
                .bind("seconds", grace.toSeconds())
                .execute();
    }

    /** Has the deletion begin now where it still waits; says whether it did. */
    boolean hurry(Handle tx, StoreId store) {
        int waiting = tx.execute("""
                UPDATE jobs SET run_at = now() WHERE state = 'ready' AND attempts = 0 AND run_at > now()
                AND id = (SELECT operation_id FROM deletions WHERE store_id = ? AND finished_at IS NULL)
                """, store.value());
        if (waiting > 0) {
            tx.execute("UPDATE deletions SET due_at = now() WHERE store_id = ?", store.value());
        }
        return waiting > 0;
    }

    /** Takes the wish back where the work has not begun; says whether it could. */
    boolean withdraw(Handle tx, StoreId store) {
        int waiting = tx.execute("""
                DELETE FROM jobs WHERE state = 'ready' AND attempts = 0 AND run_at > now()
                AND id = (SELECT operation_id FROM deletions WHERE store_id = ? AND finished_at IS NULL)
                """, store.value());
        if (waiting > 0) {
            tx.execute("DELETE FROM deletions WHERE store_id = ?", store.value());
        }
        return waiting > 0;
    }

    /** Notes what a step found or did. What was noted before stays: a step that runs again finds less. */
    void note(StoreId store, Map<String, String> notes) {
        registry.jdbi().useTransaction(tx -> notes.forEach((key, value) -> note(tx, store, key, value)));
    }

    void note(Handle tx, StoreId store, String key, String value) {
        tx.execute(
                "UPDATE deletions SET gone = jsonb_build_object(?::text, ?::text) || gone WHERE store_id = ?",
                key,
                value,
                store.value());
    }

    void finish(Handle tx, StoreId store) {
        tx.execute(
                "UPDATE deletions SET finished_at = now() WHERE store_id = ? AND finished_at IS NULL", store.value());
    }

    private static Deletion deletion(ResultSet row) throws SQLException {
        Map<String, String> gone = new HashMap<>();
        for (Object note : (Object[]) row.getArray("notes").getArray()) {
            Object[] pair = (Object[]) note;
            gone.put(String.valueOf(pair[0]), String.valueOf(pair[1]));
        }
        return new Deletion(
                new StoreId(row.getString("store_id")),
                row.getObject("operation_id", UUID.class),
                row.getString("handle"),
                row.getString("name"),
                row.getString("requested_by"),
                time(row, "requested_at").orElseThrow(),
                time(row, "due_at").orElseThrow(),
                gone,
                time(row, "finished_at"));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
