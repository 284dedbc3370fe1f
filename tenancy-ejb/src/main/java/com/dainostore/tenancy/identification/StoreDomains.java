package com.dainostore.tenancy.identification;

import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The domains of the current store, for its own people: whoever decides over its settings as a whole. */
@ApplicationScoped
public class StoreDomains {
    @Inject
    CurrentPerson person;

    @Inject
    CurrentStore current;

    @Inject
    Domains domains;

    public List<Claim> list() {
        person.require(Area.SETTINGS, Level.VIEW);
        return domains.of(current.require().id());
    }

    public Claim claim(String domain) {
        return domains.claim(mayDecide(), domain);
    }

    public Claim verify(String domain) {
        return domains.verify(mayDecide(), domain);
    }

    public Claim makePrimary(String domain) {
        return domains.makePrimary(mayDecide(), domain);
    }

    public void remove(String domain) {
        domains.remove(mayDecide(), domain);
    }

    private StoreId mayDecide() {
        person.require(Area.SETTINGS, Level.FULL);
        return current.require().id();
    }
}
