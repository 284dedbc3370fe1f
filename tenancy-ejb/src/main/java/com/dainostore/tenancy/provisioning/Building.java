package com.dainostore.tenancy.provisioning;

import com.dainostore.tenancy.database.StoreDatabase;
import com.dainostore.tenancy.database.StoreDatabases;
import com.dainostore.tenancy.scope.StoreId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A store while it is being made: the wish, and the one connection that its first rows are written over. */
final class Building implements AutoCloseable {
    private final UUID operation;
    private final StoreId store;
    private final ProvisionStore wish;
    private final StoreDatabases databases;
    private @Nullable Connection connection;

    Building(UUID operation, StoreId store, ProvisionStore wish, StoreDatabases databases) {
        this.operation = operation;
        this.store = store;
        this.wish = wish;
        this.databases = databases;
    }

    UUID operation() {
        return operation;
    }

    StoreId store() {
        return store;
    }

    ProvisionStore wish() {
        return wish;
    }

    /** Opens the database to its roles, over the connection that its first rows are written over. */
    void open(StoreDatabase database) throws SQLException {
        close();
        connection = databases.open(database);
    }

    /** A connection as the store's owner: a new one where the steps before were taken before a kill. */
    Connection asOwner(StoreDatabase database) throws SQLException {
        Connection opened = connection;
        if (opened == null) {
            opened = databases.asOwner(database);
            connection = opened;
        }
        return opened;
    }

    @Override
    public void close() throws SQLException {
        Connection opened = connection;
        connection = null;
        if (opened != null) {
            opened.close();
        }
    }
}
