package com.dainostore.admin.operator;

import com.dainostore.admin.Chip;
import com.dainostore.admin.ListAddress;
import com.dainostore.admin.Parameters;
import com.dainostore.tenancy.provisioning.Operation;
import com.dainostore.tenancy.provisioning.OperationListing;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Scopes;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of operations, the newest first. */
@Named("operationsPage")
@RequestScoped
public class OperationsPage {
    @Inject
    CurrentPerson person;

    @Inject
    Parameters parameters;

    @Inject
    OperationListing operations;

    @Inject
    Words words;

    private Optional<Operation.State> state = Optional.empty();
    private ListAddress address = new ListAddress(Map.of());
    private OperationListing.@Nullable Page page;

    @PostConstruct
    void read() {
        person.requireOperator(Scopes.PLATFORM_READ);
        state = parameters.one(Operation.State.class, "state");
        address = new ListAddress(Map.of("state", state.map(words::code).orElse("")));
    }

    public OperationListing.Page getPage() {
        OperationListing.Page known = page;
        if (known == null) {
            known = operations.page(state, Optional.empty(), parameters.page());
            page = known;
        }
        return known;
    }

    public List<Chip> getChips() {
        List<Chip> chips = new ArrayList<>();
        chips.add(new Chip("All", -1, address.with("state", ""), state.isEmpty()));
        for (Operation.State one : Operation.State.values()) {
            chips.add(new Chip(
                    words.state(one), -1, address.with("state", words.code(one)), state.equals(Optional.of(one))));
        }
        return chips;
    }

    public int getNumber() {
        return parameters.page();
    }

    public @Nullable String getEarlier() {
        return address.before(getNumber(), getPage().pages());
    }

    public @Nullable String getLater() {
        return address.after(getNumber(), getPage().pages());
    }
}
