package com.dainostore.tenancy.scope;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The store that the current request or piece of background work belongs to. The door sets it once per request;
 * background work runs inside {@link #call}. Without a store every entry is refused: there is no default.
 *
 * <p>One for each request, made by {@link CurrentStores}.
 */
public class CurrentStore {
    private @Nullable Store store;

    public Optional<Store> get() {
        return Optional.ofNullable(store);
    }

    /** The current store; refuses where there is none. */
    public Store require() {
        Store current = store;
        if (current == null) {
            throw new NoStoreException();
        }
        return current;
    }

    /** Runs the work for the given store and puts back what was before, also after an exception. */
    public <T> T call(Store scope, Callable<T> work) throws Exception {
        Store before = store;
        store = scope;
        try {
            return work.call();
        } finally {
            store = before;
        }
    }

    /** As {@link #call}, for work that throws nothing but refusals. */
    public <T> T within(Store scope, Supplier<T> work) {
        Store before = store;
        store = scope;
        try {
            return work.get();
        } finally {
            store = before;
        }
    }

    /** Sets the store of this request. A request that has one cannot move to another. */
    public void enter(Store scope) {
        if (store != null && !store.id().equals(scope.id())) {
            throw new StoreMismatchException();
        }
        store = scope;
    }
}
