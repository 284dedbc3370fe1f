package com.dainostore.tenancy.database;

import com.dainostore.tenancy.scope.StoreId;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import javax.sql.DataSource;

/** The connections of one store on this node, logged in as its application role. Its settings never change. */
public final class StorePool {
    private final StoreId store;
    private final ServerGate gate;
    private final PoolWatch watch;
    private final Credentials credentials;
    private final AgroalDataSource connections;
    private final DataSource guarded;

    StorePool(
            StoreId store,
            ServerGate gate,
            PoolWatch watch,
            Credentials credentials,
            AgroalDataSource connections,
            DataSource guarded) {
        this.store = store;
        this.gate = gate;
        this.watch = watch;
        this.credentials = credentials;
        this.connections = connections;
        this.guarded = guarded;
    }

    /** How many connections are in use, idle, and waited for. */
    public record Figures(long active, long available, long awaiting) {}

    public StoreId store() {
        return store;
    }

    /** Gives connections to the pool's own store only. */
    public DataSource dataSource() {
        return guarded;
    }

    /**
     * Uses another password from now on. Call it on every node before PostgreSQL is told
     * ({@link StoreDatabases#changeApplicationPassword}): until then the old one goes on working, so that no connection
     * fails. Connections that are open drain: idle ones close now, used ones when they come back.
     */
    public void rotate(String newPassword) {
        credentials.change(newPassword);
        connections.flush(FlushMode.GRACEFUL);
    }

    public Figures figures() {
        var metrics = connections.getMetrics();
        return new Figures(metrics.activeCount(), metrics.availableCount(), metrics.awaitingCount());
    }

    void close() {
        gate.budget().leave(connections);
        connections.close();
        watch.closeRemaining();
    }
}
