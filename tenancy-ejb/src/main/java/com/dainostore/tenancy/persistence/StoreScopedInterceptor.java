package com.dainostore.tenancy.persistence;

import com.dainostore.tenancy.database.PostgresRefusals;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreScoped;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/**
 * Lets a call pass only with a store, whose database it opens and holds in use until the call returns. What PostgreSQL
 * refuses leaves here as a refusal that says what to do.
 */
@Interceptor
@StoreScoped
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class StoreScopedInterceptor {
    @Inject
    CurrentStore current;

    @Inject
    OpenStores stores;

    @AroundInvoke
    Object enter(InvocationContext call) throws Exception {
        Store store = current.require();
        try (OpenStores.Use use = stores.use(store)) {
            return call.proceed();
        } catch (RuntimeException e) {
            throw PostgresRefusals.translate(e);
        }
    }
}
