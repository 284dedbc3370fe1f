package com.dainostore.admin.operator;

import com.dainostore.admin.FormErrors;
import com.dainostore.admin.Parameters;
import com.dainostore.admin.Redirects;
import com.dainostore.tenancy.identification.Claim;
import com.dainostore.tenancy.identification.Domains;
import com.dainostore.tenancy.provisioning.Operation;
import com.dainostore.tenancy.provisioning.StoreLife;
import com.dainostore.tenancy.registry.StoreListing;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.StoreId;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Scopes;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The question before a store goes for good: what goes with it, and its handle typed as the answer. */
@Named("deleteStore")
@RequestScoped
public class DeleteStorePage {
    private static final Duration GRACE = Duration.ofDays(7);

    @Inject
    CurrentPerson person;

    @Inject
    Parameters parameters;

    @Inject
    FormErrors errors;

    @Inject
    StoreListing stores;

    @Inject
    Domains domains;

    @Inject
    StoreLife life;

    private StoreId id = StoreId.random();
    private StoreListing.@Nullable Overview overview;
    private String handle = "";

    @PostConstruct
    void read() {
        person.requireOperator(Scopes.PLATFORM_READ);
        id = parameters.requireStore();
        overview = stores.find(id).orElseThrow(() -> new NotFoundException("There is no store with this id."));
    }

    public StoreListing.@Nullable Overview getOverview() {
        return overview;
    }

    public List<Claim> getDomains() {
        return domains.of(id);
    }

    /** Off the air now, gone after the grace. */
    public @Nullable String deleteLater() {
        return delete(GRACE);
    }

    /** Gone now. */
    public @Nullable String delete() {
        return delete(Duration.ZERO);
    }

    public long getGraceDays() {
        return GRACE.toDays();
    }

    private @Nullable String delete(Duration grace) {
        String operator = person.requireOperator(Scopes.PLATFORM_WRITE).email();
        return errors.guard(Map.of("handle", "handle"), () -> {
            StoreListing.Overview known = overview;
            if (known == null || !known.store().handle().equals(handle.strip())) {
                throw new ValidationException("handle", "This is not the handle of the store.");
            }
            Operation operation = life.delete(id, operator, grace);
            Redirects.to(
                    grace.isZero()
                            ? "/operator/operation?id=" + operation.id()
                            : "/operator/store?id=" + id + "&done=deleting");
            return "";
        });
    }

    public String getHandle() {
        return handle;
    }

    public void setHandle(String handle) {
        this.handle = handle;
    }
}
