package com.dainostore.tenancy.database;

import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.Refusal;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreMismatchException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A store's data source that compares the current store with its own before each connection, and refuses in the words of
 * the platform where PostgreSQL or the pool has none to give. It is not serializable, so that JNDI hands out this very
 * object.
 */
final class GuardedDataSource implements DataSource {
    private static final Logger LOG = Logger.getLogger(GuardedDataSource.class.getName());

    private final StoreId store;
    private final DataSource connections;
    private final CurrentStore current;
    private final Breaker breaker;
    private final int limit;

    GuardedDataSource(StoreId store, DataSource connections, CurrentStore current, Breaker breaker, int limit) {
        this.store = store;
        this.connections = connections;
        this.current = current;
        this.breaker = breaker;
        this.limit = limit;
    }

    @Override
    public Connection getConnection() throws SQLException {
        StoreId asking = current.require().id();
        if (!asking.equals(store)) {
            LOG.log(Level.SEVERE, "cross-store refusal: store {0} asked for a connection of {1}", new Object[] {
                asking, store
            });
            throw new StoreMismatchException();
        }
        breaker.check();
        try {
            return connections.getConnection();
        } catch (SQLException e) {
            Optional<Refusal> refusal = PostgresRefusals.ofPool(e, limit);
            if (refusal.isPresent()) {
                throw refusal.get();
            }
            throw e;
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return connections.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        connections.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        connections.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return connections.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return LOG;
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("A store's data source cannot be unwrapped: its guard would be lost");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
