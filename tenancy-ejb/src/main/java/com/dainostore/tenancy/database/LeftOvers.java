package com.dainostore.tenancy.database;

import io.agroal.api.AgroalPoolInterceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;

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
        try (Statement statement = connection.createStatement()) {
            statement.execute(CLEAR);
        } catch (SQLException e) {
            // The pool has seen it too, and drops the connection where it is lost.
            LOG.log(Level.FINE, "A connection could not be cleared", e);
        }
    }
}
