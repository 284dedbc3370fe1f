package com.dainostore.tenancy.database;

import com.dainostore.tenancy.scope.Refusal;
import com.dainostore.tenancy.scope.StoreUnavailableException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What PostgreSQL refuses, in the words of the platform (SQLSTATEs as in appendix A of its manual). Errors in statements
 * stay what they are: they are defects of ours.
 */
public final class PostgresRefusals {
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final Set<String> NO_WAY_IN = Set.of("28P01", "28000", "3D000", "55000");
    private static final int RETRY_SECONDS = 5;

    private static final String DISK_FULL = "53100";

    private static final Logger LOG = Logger.getLogger(PostgresRefusals.class.getName());

    private PostgresRefusals() {}

    /** The refusal behind a failed connection or statement. */
    public static RuntimeException of(SQLException e) {
        return refusal(e).<RuntimeException>map(refusal -> refusal).orElseGet(() -> new IllegalStateException(e));
    }

    /** The refusal somewhere behind an exception, or the exception itself. */
    public static RuntimeException translate(RuntimeException e) {
        Throwable cause = e;
        for (int depth = 0; cause != null && depth < 20; depth++, cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            if (cause instanceof SQLException sql) {
                Optional<Refusal> refusal = refusal(sql);
                if (refusal.isPresent()) {
                    return refusal.get();
                }
            }
        }
        return e;
    }

    /** Whether the server, not this login or this statement, is the reason. */
    static boolean isUnreachable(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return state.startsWith("08") || state.startsWith("57P");
    }

    /** The refusal behind a connection that a store's pool of this size did not give. */
    static Optional<Refusal> ofPool(SQLException e, int limit) {
        return isAcquisitionTimeout(e)
                ? Optional.of(because(ConnectionsExhaustedException.ofStore(limit), e))
                : refusal(e);
    }

    private static Optional<Refusal> refusal(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.equals(TOO_MANY_CONNECTIONS) || isAcquisitionTimeout(e)) {
            return Optional.of(because(new ConnectionsExhaustedException(), e));
        }
        if (isUnreachable(e) || NO_WAY_IN.contains(state)) {
            return Optional.of(because(
                    new StoreUnavailableException(
                            "This shop's database cannot be reached. Try again in a moment.", RETRY_SECONDS),
                    e));
        }
        if (state.equals(DISK_FULL)) {
            LOG.log(Level.SEVERE, "The disk of a database server is full. Make room on it.", e);
            return Optional.of(because(
                    new StoreUnavailableException(
                            "Nothing can be saved now: the disk is full. Its operator has been told.", RETRY_SECONDS),
                    e));
        }
        return Optional.empty();
    }

    private static boolean isAcquisitionTimeout(SQLException e) {
        return e.getMessage() != null && e.getMessage().contains("acquisition timeout");
    }

    private static Refusal because(Refusal refusal, SQLException cause) {
        refusal.initCause(cause);
        return refusal;
    }
}
