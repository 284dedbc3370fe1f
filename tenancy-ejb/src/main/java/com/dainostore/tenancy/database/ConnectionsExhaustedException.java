package com.dainostore.tenancy.database;

import com.dainostore.tenancy.scope.StoreUnavailableException;

/** The store's connections, or this node's to the store's server, are all in use. */
public final class ConnectionsExhaustedException extends StoreUnavailableException {
    private static final long serialVersionUID = 1L;

    public ConnectionsExhaustedException() {
        super(
                "connections-exhausted",
                "This shop uses all of its database connections. Try again in a moment; if it stays so, its limit"
                        + " 'database connections' is too low.",
                1);
    }
}
