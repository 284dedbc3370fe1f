package com.dainostore.tenancy.identification;

import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The domains of the current store, for its own people: whoever decides over its settings as a whole. Not in a transaction
 * of the store's database: all of it is in the registry, and DNS takes its time.
 */
@Stateless
@StoreScoped
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StoreDomains {
    @Inject
    CurrentPerson person;

    @Inject
    CurrentStore current;

    @Inject
    Domains domains;

    public List<Claim> list() {
        person.require(Area.SETTINGS, Level.VIEW);
        return domains.of(store());
    }

    public Claim find(String domain) {
        person.require(Area.SETTINGS, Level.VIEW);
        return domains.find(store(), domain);
    }

    public Claim claim(String domain) {
        person.require(Area.SETTINGS, Level.FULL);
        return domains.claim(store(), domain);
    }

    public Claim verify(String domain) {
        person.require(Area.SETTINGS, Level.FULL);
        return domains.verify(store(), domain);
    }

    public Claim change(String domain, ChangeDomain wish) {
        person.require(Area.SETTINGS, Level.FULL);
        return domains.change(store(), domain, wish);
    }

    public void remove(String domain) {
        person.require(Area.SETTINGS, Level.FULL);
        domains.remove(store(), domain);
    }

    private StoreId store() {
        return current.require().id();
    }
}
