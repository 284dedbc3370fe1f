package com.dainostore.tenancy.database;

import com.dainostore.tenancy.scope.StoreId;
import io.agroal.api.AgroalDataSource;
import javax.sql.DataSource;

/** The connections of one store on this node, logged in as its application role. Its settings never change. */
public final class StorePool {
    private final StoreId store;
    private final AgroalDataSource connections;
    private final DataSource guarded;

    StorePool(StoreId store, AgroalDataSource connections, DataSource guarded) {
        this.store = store;
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

    public Figures figures() {
        var metrics = connections.getMetrics();
        return new Figures(metrics.activeCount(), metrics.availableCount(), metrics.awaitingCount());
    }

    void close() {
        connections.close();
    }
}
