package com.dainostore.tenancy.database;

import io.agroal.api.AgroalPoolInterceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * Clears what a user of a connection may have left in its session, before the next one gets it. RESET goes back to what
 * the pool asked for when it connected, so that {@code app.store_id} is the pool's own again. It is one round trip;
 * prepared statements stay, because they cost more to make again than to keep.
 */
final class LeftOvers implements AgroalPoolInterceptor {
    private static final Logger LOG = Logger.getLogger(LeftOvers.class.getName());

    /** DISCARD ALL without DEALLOCATE ALL and DISCARD PLANS, as PostgreSQL's manual spells it out. */
    private static final String CLEAR =
            "CLOSE ALL; SET SESSION AUTHORIZATION DEFAULT; RESET ALL; UNLISTEN *; SELECT pg_advisory_unlock_all();"
                    + " DISCARD TEMP; DISCARD SEQUENCES";

    @Override
    public void onConnectionReturn(Connection connection) {
        try {
            BaseConnection session = connection.unwrap(BaseConnection.class);
            if (session.getTransactionState() != TransactionState.IDLE) {
                throw new SQLException("Its user left a transaction that was begun behind the pool's back");
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute(CLEAR);
            }
        } catch (SQLException e) {
            Level level = PostgresRefusals.isUnreachable(e) ? Level.FINE : Level.WARNING;
            LOG.log(level, "A connection could not be cleared. It is closed and nobody gets it any more", e);
            drop(connection);
        }
    }

    /** Ends the session; the pool learns of it, as of every lost connection, by the error of the next call. */
    private static void drop(Connection connection) {
        try {
            connection.unwrap(BaseConnection.class).close();
            connection.getTransactionIsolation();
        } catch (SQLException e) {
            LOG.log(Level.FINE, "A connection is dropped", e);
        }
    }
}
