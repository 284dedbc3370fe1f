package com.dainostore.tenancy.database;

import com.dainostore.tenancy.scope.StoreUnavailableException;

/** The store's connections, or this node's to the store's server, are all in use. */
public final class ConnectionsExhaustedException extends StoreUnavailableException {
    private static final long serialVersionUID = 1L;

    public ConnectionsExhaustedException() {
        this("This shop uses all of its database connections. Try again in a moment; if it stays so, its limit"
                + " 'database connections' is too low.");
    }

    private ConnectionsExhaustedException(String message) {
        super("connections-exhausted", message, 1);
    }

    /** The pool of the store on this node has no connection left. */
    static ConnectionsExhaustedException ofStore(int limit) {
        return new ConnectionsExhaustedException(
                "This shop uses all of its %d database connections here. Try again in a moment; if it stays so, its limit 'database connections' is too low."
                        .formatted(limit));
    }

    /** All stores of this node together hold as many connections to the server as they may. */
    static ConnectionsExhaustedException ofNode(int limit) {
        return new ConnectionsExhaustedException(
                "All %d database connections that this server may use are taken. Try again in a moment; if it stays so, the budget of the database server is too low."
                        .formatted(limit));
    }
}
