package com.dainostore.admin.operator;

import com.dainostore.admin.Parameters;
import com.dainostore.tenancy.provisioning.Deletion;
import com.dainostore.tenancy.provisioning.Deletions;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Scopes;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is proved to be gone of a store, and what cannot be. */
@Named("certificate")
@RequestScoped
public class CertificatePage {
    @Inject
    CurrentPerson person;

    @Inject
    Parameters parameters;

    @Inject
    Deletions deletions;

    private @Nullable Deletion deletion;

    @PostConstruct
    void read() {
        person.requireOperator(Scopes.PLATFORM_READ);
        deletion = deletions
                .find(parameters.requireStore())
                .filter(Deletion::isFinished)
                .orElseThrow(() -> new NotFoundException("There is no certificate for this store."));
    }

    public @Nullable Deletion getDeletion() {
        return deletion;
    }

    public List<String> getUnproven() {
        return Deletion.UNPROVEN;
    }
}
