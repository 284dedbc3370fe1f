package com.dainostore.admin.operator;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Parameters;
import com.dainostore.admin.Redirects;
import com.dainostore.tenancy.provisioning.StoreLife;
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

/** What operators call a store, and the plan it is on. */
@Named("editStore")
@RequestScoped
public class EditStorePage {
    @Inject
    CurrentPerson person;

    @Inject
    Parameters parameters;

    @Inject
    FormErrors errors;

    @Inject
    Stores stores;

    @Inject
    StoreLife life;

    private StoreId id = StoreId.random();
    private @Nullable Store store;
    private String name = "";
    private String plan = "";

    @PostConstruct
    void read() {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        id = parameters.requireStore();
        Store found = stores.find(id).orElseThrow(() -> new NotFoundException("There is no store with this id."));
        store = found;
        name = found.name();
        plan = found.plan();
    }

    public @Nullable String save() {
        return errors.guard(Map.of("name", "name", "plan", "plan"), () -> {
            life.describe(id, name.strip(), plan.strip());
            Redirects.to("/operator/store?id=" + id + "&done=described");
            return "";
        });
    }

    public @Nullable Store getStore() {
        return store;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPlan() {
        return plan;
    }

    public void setPlan(String plan) {
        this.plan = plan;
    }
}
