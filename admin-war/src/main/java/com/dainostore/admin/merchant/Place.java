package com.dainostore.admin.merchant;

import com.dainostore.tenancy.scope.CurrentStore;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The store whose console this is. */
@Named
@RequestScoped
public class Place {
    @Inject
    CurrentStore store;

    public String getName() {
        return store.require().name();
    }
}
