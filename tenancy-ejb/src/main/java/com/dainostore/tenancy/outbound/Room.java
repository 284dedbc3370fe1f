package com.dainostore.tenancy.outbound;

import java.util.HashMap;
import java.util.Map;

/** How many requests are under way on this node, in all and for each store. */
final class Room {
    static final int PER_STORE = 4;
    static final int PER_NODE = 32;

    private final Map<String, Integer> underWay = new HashMap<>();
    private int total;

    /** Takes a place for the store; refuses where there is none. */
    synchronized Place take(String store) {
        int own = underWay.getOrDefault(store, 0);
        if (own >= PER_STORE || total >= PER_NODE) {
            throw new OutboundBusyException();
        }
        underWay.put(store, own + 1);
        total++;
        return () -> leave(store);
    }

    private synchronized void leave(String store) {
        total--;
        underWay.computeIfPresent(store, (name, count) -> count > 1 ? count - 1 : null);
    }

    /** A place in use. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }
}
