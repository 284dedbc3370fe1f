package com.dainostore.admin.operator;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Parameters;
import com.dainostore.admin.Redirects;
import com.dainostore.tenancy.identification.StoreHandles;
import com.dainostore.tenancy.registry.Directory;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Another handle for a store, and what that changes for whom. */
@Named("handle")
@RequestScoped
public class HandlePage {
    @Inject
    CurrentPerson person;

    @Inject
    Parameters parameters;

    @Inject
    FormErrors errors;

    @Inject
    Stores stores;

    @Inject
    Directory directory;

    @Inject
    StoreHandles handles;

    private StoreId id = StoreId.random();
    private @Nullable Store store;
    private String wanted = "";

    @PostConstruct
    void read() {
        person.requireOperator(Scopes.PLATFORM_READ);
        id = parameters.requireStore();
        store = stores.find(id).orElseThrow(() -> new NotFoundException("There is no store with this id."));
        wanted = store.handle();
    }

    public @Nullable Store getStore() {
        return store;
    }

    /** The domain where shoppers are anyway, or nothing. */
    public @Nullable String getPrimary() {
        return directory.primaryDomain(id).orElse(null);
    }

    public int getDays() {
        return StoreHandles.REST_DAYS;
    }

    public @Nullable String change() {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        return errors.guard(Map.of("handle", "handle"), () -> {
            handles.change(id, wanted.strip());
            Redirects.to("/operator/store?id=" + id + "&done=renamed");
            return "";
        });
    }

    public String getWanted() {
        return wanted;
    }

    public void setWanted(String wanted) {
        this.wanted = wanted;
    }
}
