package com.dainostore.tenancy.persistence;

import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreMismatchException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.SynchronizationType;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Gives boundaries the {@link EntityManager} of the current store: one per transaction and store, closed when the
 * transaction has ended. Without a transaction, without a store, and for a second store in the same transaction it
 * refuses.
 */
@ApplicationScoped
class StoreEntityManagers {

    /** The key of the transaction's entity manager. */
    private enum Key {
        ENTITY_MANAGER
    }

    private record Held(StoreId store, EntityManager entityManager) {}

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    @Inject
    CurrentStore current;

    @Inject
    OpenStores stores;

    @Produces
    @Singleton
    EntityManager entityManager() {
        return (EntityManager) Proxy.newProxyInstance(
                StoreEntityManagers.class.getClassLoader(), new Class<?>[] {EntityManager.class}, this::invoke);
    }

    private Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
        }
        try {
            return method.invoke(ofTransaction(), arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static Object ofObject(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "EntityManager of the current store";
        };
    }

    private EntityManager ofTransaction() {
        Store store = current.require();
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("A store's data is used inside a transaction only");
        }
        Held held = (Held) transaction.getResource(Key.ENTITY_MANAGER);
        if (held == null) {
            held = hold(store);
        }
        if (!held.store().equals(store.id())) {
            throw new StoreMismatchException();
        }
        return held.entityManager();
    }

    private Held hold(Store store) {
        OpenStores.Use use = stores.use(store);
        EntityManager entityManager = use.store().unit().createEntityManager(SynchronizationType.SYNCHRONIZED);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // EclipseLink writes its changes in a synchronization of its own.
            }

            @Override
            public void afterCompletion(int status) {
                entityManager.close();
                use.close();
            }
        });
        Held held = new Held(store.id(), entityManager);
        transaction.putResource(Key.ENTITY_MANAGER, held);
        return held;
    }
}
