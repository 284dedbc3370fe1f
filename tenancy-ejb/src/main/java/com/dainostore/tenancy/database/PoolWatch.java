package com.dainostore.tenancy.database;

import com.dainostore.tenancy.scope.Refusal;
import io.agroal.api.AgroalDataSourceListener;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ExceptionSorter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Counts a pool's physical connections against the server's budget and tells the breaker what fails. A connection is
 * paid for from before it is made until it is destroyed, also where making it failed.
 */
final class PoolWatch implements AgroalDataSourceListener, ExceptionSorter {
    private static final Logger LOG = Logger.getLogger(PoolWatch.class.getName());

    private final ServerGate gate;
    private final Set<Connection> living = ConcurrentHashMap.newKeySet();

    PoolWatch(ServerGate gate) {
        this.gate = gate;
    }

    @Override
    public void beforeConnectionCreation() {
        gate.budget().acquire();
    }

    @Override
    public void onConnectionCreation(Connection connection) {
        living.add(connection);
    }

    @Override
    public void onConnectionCreationFailure(SQLException e) {
        if (!(e.getCause() instanceof Refusal)) {
            gate.budget().release();
            gate.breaker().suspect(e);
        }
    }

    @Override
    public void onConnectionDestroy(Connection connection) {
        forget(connection);
    }

    /** A transaction that nobody finished must not be committed by the pool's return to auto-commit. */
    @Override
    public void beforeConnectionReturn(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            LOG.log(Level.FINE, "An unfinished transaction died with its connection", e);
        }
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        gate.budget().idleAgain();
    }

    @Override
    public boolean isFatal(SQLException e) {
        gate.breaker().suspect(e);
        return PostgresRefusals.isUnreachable(e);
    }

    /** Closes what a closed pool has left: it drops the tasks that were still to destroy connections. */
    void closeRemaining() {
        for (Connection connection : living) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.log(Level.FINE, "A connection of a closed pool was gone already", e);
            }
            forget(connection);
        }
    }

    private void forget(Connection connection) {
        if (living.remove(connection)) {
            gate.budget().release();
        }
    }
}
