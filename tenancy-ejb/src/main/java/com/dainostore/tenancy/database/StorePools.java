package com.dainostore.tenancy.database;

import com.dainostore.tenancy.scope.CurrentStore;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Properties;

/** Makes one pool per open store, as part of the container's transactions. */
@ApplicationScoped
public class StorePools {
    private static final int MOST = 10;

    @Inject
    DatabaseServers servers;

    @Inject
    CurrentStore current;

    @Inject
    ContainerTransactions transactions;

    public StorePool open(StoreDatabase store) {
        Properties properties =
                Postgres.properties(store.applicationRole(), store.applicationPassword(), "dainostore store");
        properties.setProperty("options", "-c app.store_id=" + store.store().value());
        try {
            AgroalDataSource connections = Pools.make(
                    servers.require(store.serverId()).url(store.databaseName()),
                    properties,
                    Math.min(MOST, store.connectionLimit()),
                    transactions.integration());
            return new StorePool(
                    store.store(), connections, new GuardedDataSource(store.store(), connections, current));
        } catch (SQLException e) {
            throw PostgresRefusals.of(e);
        }
    }

    public void close(StorePool pool) {
        pool.close();
    }
}
