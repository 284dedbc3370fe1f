package com.dainostore.tenancy.database;

import com.dainostore.tenancy.scope.CurrentStore;
import io.agroal.api.transaction.TransactionIntegration;
import java.sql.Connection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** Pools outside a container: without its transactions, with an executor of their own. */
final class TestPools extends StorePools implements AutoCloseable {
    private final ScheduledThreadPoolExecutor scheduler =
            new ScheduledThreadPoolExecutor(1, Executors.defaultThreadFactory());

    TestPools(DatabaseServers servers) {
        this.servers = servers;
        this.current = new CurrentStore();
        this.transactions = new ContainerTransactions() {
            @Override
            TransactionIntegration integration() {
                return TransactionIntegration.none();
            }
        };
    }

    @Override
    ScheduledExecutorService scheduler() {
        return scheduler;
    }

    CurrentStore current() {
        return current;
    }

    /** A pool that believes itself in its own store on every thread. */
    StorePool openInOwnScope(StoreDatabase store) {
        CurrentStore before = current;
        current = new CurrentStore();
        current.enter(TestStores.asStore(store));
        try {
            return open(store);
        } finally {
            current = before;
        }
    }

    static String ask(StorePool pool, String sql) throws Exception {
        try (Connection connection = pool.dataSource().getConnection()) {
            return TestStores.value(connection, sql);
        }
    }

    @Override
    public void close() {
        super.close();
        scheduler.shutdownNow();
    }
}
