package com.dainostore.admin.operator;

import com.dainostore.admin.Parameters;
import com.dainostore.tenancy.provisioning.Operation;
import com.dainostore.tenancy.provisioning.Operations;
import com.dainostore.tenancy.registry.StoreListing;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.Store;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Scopes;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** One operation, as it goes on: the page asks for its state each second until it has ended. */
@Named("operationPage")
@RequestScoped
public class OperationPage {
    @Inject
    CurrentPerson person;

    @Inject
    Parameters parameters;

    @Inject
    Operations operations;

    @Inject
    StoreListing stores;

    private @Nullable Operation operation;

    @PostConstruct
    void read() {
        person.requireOperator(Scopes.PLATFORM_READ);
        operation = operations
                .find(parameters.requireUuid("id"))
                .orElseThrow(() -> new NotFoundException("There is no operation with this id."));
    }

    public @Nullable Operation getOperation() {
        return operation;
    }

    /** The store it is about; nothing where none is left of it. */
    public @Nullable Store getStore() {
        Operation known = operation;
        return known == null
                ? null
                : stores.find(known.store()).map(StoreListing.Overview::store).orElse(null);
    }
}
