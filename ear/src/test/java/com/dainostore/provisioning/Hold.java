package com.dainostore.provisioning;

import com.dainostore.testing.Databases;
import com.dainostore.testing.Eventually;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Holds a store's provisioning in the moment in which it notes that a step reached a state: a trigger of the test in the
 * registry waits there for a lock of the test. So a test kills the server at exactly that point, and the platform needs no
 * switch for it.
 */
final class Hold implements AutoCloseable {
    private static final int LOCK = 471_147;

    private final Databases databases;
    private final Connection lock;
    private int held;

    Hold(Databases databases) throws SQLException {
        this.databases = databases;
        lock = databases.connect(Databases.REGISTRY);
        try (Statement statement = lock.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
            statement.execute("""
                    CREATE FUNCTION hold_step() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN
                        IF NEW.step_states[TG_ARGV[1]::int] = TG_ARGV[2]
                           AND (SELECT handle FROM stores WHERE id = NEW.store_id) = TG_ARGV[0] THEN
                            PERFORM pg_advisory_xact_lock_shared(471147);
                        END IF;
                        RETURN NEW;
                    END $$
                    """);
        }
    }

    /** @param step counted from 1 */
    void at(String handle, int step, String state) throws SQLException {
        databases.run(
                Databases.REGISTRY,
                "CREATE TRIGGER hold_%d BEFORE UPDATE ON operations FOR EACH ROW EXECUTE FUNCTION hold_step('%s', '%d', '%s')"
                        .formatted(held++, handle, step, state));
    }

    /** Waits until so many operations are held. */
    void await(int operations) {
        Eventually.holds(Duration.ofMinutes(1), operations + " operations are held", () -> waiting() == operations);
    }

    private int waiting() throws SQLException {
        return Integer.parseInt(databases
                .list(
                        Databases.REGISTRY,
                        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 471147 AND NOT granted")
                .get(0));
    }

    /** Ends what a killed server left waiting, and takes the triggers away. */
    @Override
    public void close() throws SQLException {
        databases.list(Databases.REGISTRY, """
                SELECT pg_terminate_backend(pid) FROM pg_locks
                WHERE locktype = 'advisory' AND objid = 471147 AND NOT granted
                """);
        databases.run(Databases.REGISTRY, "DROP FUNCTION hold_step() CASCADE");
        lock.close();
    }
}
