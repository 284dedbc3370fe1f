package com.dainostore.tenancy.persistence;

import com.dainostore.tenancy.database.StoreDatabase;
import com.dainostore.tenancy.database.StorePool;
import com.dainostore.tenancy.scope.StoreId;
import jakarta.persistence.EntityManagerFactory;

/**
 * A store whose database can be used: its pool, bound in JNDI, and its persistence unit. It counts who uses it; once
 * retired it takes no new users and closes when the last one is done.
 */
public final class OpenStore {
    private volatile StoreDatabase database;
    private final StorePool pool;
    private final EntityManagerFactory unit;
    private final Runnable closing;
    private int users;
    private long uses;
    private long lastUsed = System.nanoTime();
    private boolean retired;
    private boolean closed;

    /** @param closing what gives back the unit, the name and the pool */
    OpenStore(StoreDatabase database, StorePool pool, EntityManagerFactory unit, Runnable closing) {
        this.database = database;
        this.pool = pool;
        this.unit = unit;
        this.closing = closing;
    }

    StoreId id() {
        return database.store();
    }

    StoreDatabase database() {
        return database;
    }

    StorePool pool() {
        return pool;
    }

    EntityManagerFactory unit() {
        return unit;
    }

    /** Counts a user in, or says that this store is about to close. */
    synchronized boolean enter() {
        if (retired) {
            return false;
        }
        users++;
        uses++;
        lastUsed = System.nanoTime();
        return true;
    }

    void leave() {
        boolean last;
        synchronized (this) {
            users--;
            lastUsed = System.nanoTime();
            last = shouldClose();
        }
        if (last) {
            closing.run();
        }
    }

    /** Logs in with another password from now on; who uses the store does not notice. */
    void rotate(StoreDatabase changed) {
        pool.rotate(changed.applicationPassword());
        database = changed;
    }

    /** Takes no new users from now on. */
    void retire() {
        boolean now;
        synchronized (this) {
            retired = true;
            now = shouldClose();
        }
        if (now) {
            closing.run();
        }
    }

    private boolean shouldClose() {
        if (!retired || users > 0 || closed) {
            return false;
        }
        closed = true;
        return true;
    }

    synchronized boolean idle() {
        return users == 0;
    }

    /** Whether it was used more than once: a walk over all stores uses each of them just once. */
    synchronized boolean proven() {
        return uses > 1;
    }

    synchronized long lastUsed() {
        return lastUsed;
    }
}
