package com.dainostore.admin.operator;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Parameters;
import com.dainostore.admin.Redirects;
import com.dainostore.tenancy.identification.Claim;
import com.dainostore.tenancy.identification.Domains;
import com.dainostore.tenancy.insight.StoreFigures;
import com.dainostore.tenancy.insight.StoreInsight;
import com.dainostore.tenancy.provisioning.Deletion;
import com.dainostore.tenancy.provisioning.Deletions;
import com.dainostore.tenancy.provisioning.OperationListing;
import com.dainostore.tenancy.provisioning.StoreLife;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.registry.StoreListing;
import com.dainostore.tenancy.registry.StoreSettings;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.StoreState;
import com.dainostore.tenancy.scope.StoreUnavailableException;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Scopes;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One store: what it is, where it lies, and what an operator can do with it. */
@Named("storePage")
@RequestScoped
public class StorePage {
    @Inject
    CurrentPerson person;

    @Inject
    Parameters parameters;

    @Inject
    FormErrors errors;

    @Inject
    StoreListing stores;

    @Inject
    Directory directory;

    @Inject
    Domains domains;

    @Inject
    StoreLife life;

    @Inject
    OperationListing operations;

    @Inject
    Deletions deletions;

    @Inject
    StoreInsight insight;

    private StoreId id = StoreId.random();
    private StoreListing.@Nullable Overview overview;
    private @Nullable StoreFigures figures;
    private String newDomain = "";

    @PostConstruct
    void read() {
        person.requireOperator(Scopes.PLATFORM_READ);
        id = parameters.requireStore();
    }

    public StoreListing.Overview getOverview() {
        StoreListing.Overview known = overview;
        if (known == null) {
            known = stores.find(id).orElseThrow(() -> new NotFoundException("There is no store with this id."));
            overview = known;
        }
        return known;
    }

    public StoreSettings getSettings() {
        return directory.settings(id);
    }

    /** What it keeps and who owns it; nothing while it has no database, or that does not answer. */
    public @Nullable StoreFigures getFigures() {
        if (figures == null && getOverview().store().state().hasDatabase()) {
            try {
                figures = insight.of(id);
            } catch (StoreUnavailableException e) {
                return null;
            }
        }
        return figures;
    }

    public List<Claim> getDomains() {
        return domains.of(id);
    }

    public OperationListing.Page getOperations() {
        return operations.page(Optional.empty(), Optional.of(id), 1);
    }

    /** The deletion that the store waits for or has had; nothing where nobody asked for it. */
    public @Nullable Deletion getDeletion() {
        return deletions.find(id).orElse(null);
    }

    /** Takes the deletion back. */
    public @Nullable String restore() {
        return act(
                "restored",
                store -> life.restore(
                        store, person.requireOperator(Scopes.PLATFORM_WRITE).email()));
    }

    public boolean isSuspendable() {
        return is(StoreState.ACTIVE);
    }

    public boolean isResumable() {
        return is(StoreState.SUSPENDED);
    }

    public boolean isDeletable() {
        return is(StoreState.ACTIVE) || is(StoreState.SUSPENDED) || is(StoreState.MAINTENANCE);
    }

    public @Nullable String suspend() {
        return act("suspended", life::suspend);
    }

    public @Nullable String resume() {
        return act("resumed", life::resume);
    }

    /** Claims a domain for the store, and goes on to the records that prove it. */
    public @Nullable String claim() {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        return errors.guard(Map.of("domain", "new-domain"), () -> {
            String domain = domains.claim(id, newDomain.strip()).domain();
            Redirects.to("/operator/store-domain?id=" + id + "&name=" + domain + "&done=claimed");
            return "";
        });
    }

    public String getNewDomain() {
        return newDomain;
    }

    public void setNewDomain(String domain) {
        newDomain = domain;
    }

    private @Nullable String act(String done, Consumer<StoreId> action) {
        person.requireOperator(Scopes.PLATFORM_WRITE);
        return errors.guard(Map.of(), () -> {
            action.accept(id);
            Redirects.to("/operator/store?id=" + id + "&done=" + done);
            return "";
        });
    }

    private boolean is(StoreState state) {
        return getOverview().store().state() == state;
    }
}
