package com.dainostore.admin.operator;

import com.dainostore.admin.DomainDetails;
import com.dainostore.admin.Parameters;
import com.dainostore.tenancy.identification.ChangeDomain;
import com.dainostore.tenancy.identification.Claim;
import com.dainostore.tenancy.identification.Domains;
import com.dainostore.tenancy.registry.Stores;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Scopes;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** One domain of a store, for operators. */
@Named("storeDomain")
@RequestScoped
public class DomainPage extends DomainDetails {
    @Inject
    CurrentPerson person;

    @Inject
    Parameters parameters;

    @Inject
    Stores stores;

    @Inject
    Domains domains;

    private StoreId id = StoreId.random();
    private @Nullable Store store;

    @PostConstruct
    void read() {
        person.requireOperator(Scopes.PLATFORM_READ);
        id = parameters.requireStore();
        store = stores.find(id).orElseThrow(() -> new NotFoundException("There is no store with this id."));
    }

    public @Nullable Store getStore() {
        return store;
    }

    @Override
    protected Claim find(String domain) {
        return domains.find(id, domain);
    }

    @Override
    protected Claim verify(String domain) {
        return domains.verify(mayWrite(), domain);
    }

    @Override
    protected Claim change(String domain, ChangeDomain wish) {
        return domains.change(mayWrite(), domain, wish);
    }

    @Override
    protected void remove(String domain) {
        domains.remove(mayWrite(), domain);
    }

    @Override
    protected String address(String domain) {
        return "/operator/store-domain?id=" + id + "&name=" + domain;
    }

    @Override
    protected String list() {
        return "/operator/store?id=" + id + "&";
    }

    private StoreId mayWrite() {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        return id;
    }
}
