package com.dainostore.tenancy.insight;

import com.dainostore.tenancy.registry.Stores;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreUnavailableException;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Scopes;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The figures of any one store, for operators. It is opened where it was not, whether it is on the air or suspended. */
@ApplicationScoped
public class StoreInsight {
    @Inject
    CurrentPerson person;

    @Inject
    CurrentStore current;

    @Inject
    Stores stores;

    @EJB
    InsideStore inside;

    /**
     * @throws StoreUnavailableException where the store has no database now, or its server does not answer
     */
    public StoreFigures of(StoreId id) {
        person.requireOperator(Scopes.PLATFORM_READ);
        Store store = stores.find(id).orElseThrow(() -> new NotFoundException("There is no store with this id."));
        if (!store.state().hasDatabase()) {
            throw new StoreUnavailableException("The store is " + store.state().code() + ": it cannot be read now.", 5);
        }
        return current.within(store, () -> inside.read());
    }
}
