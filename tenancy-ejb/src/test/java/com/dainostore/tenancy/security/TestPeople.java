package com.dainostore.tenancy.security;

import com.dainostore.tenancy.audit.CurrentActor;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreState;
import com.dainostore.tenancy.security.Person.Staff;
import java.util.UUID;

/** People who ask in tests. */
public final class TestPeople {
    private TestPeople() {}

    /** A request's person who is nobody yet. */
    public static CurrentPerson nobody() {
        CurrentPerson person = new CurrentPerson();
        person.actor = new CurrentActor();
        return person;
    }

    /** A request's person in this store who is nobody yet. */
    public static CurrentPerson in(StoreId store) {
        CurrentPerson person = nobody();
        person.store = new CurrentStore();
        person.store.enter(new Store(store, "aurora", "Aurora", StoreState.ACTIVE, "standard", "local"));
        return person;
    }

    /** A request's person in this store who is of its staff, with all scopes. */
    public static CurrentPerson staff(StoreId store, Role role) {
        CurrentPerson person = in(store);
        person.enter(new Staff(store, UUID.randomUUID(), "somebody@x", "Somebody", role, Scopes.STAFF));
        return person;
    }
}
