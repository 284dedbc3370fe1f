package com.dainostore.admin.operator;

import com.dainostore.admin.Chip;
import com.dainostore.admin.ListAddress;
import com.dainostore.admin.Parameters;
import com.dainostore.tenancy.registry.ListStores;
import com.dainostore.tenancy.registry.StoreListing;
import com.dainostore.tenancy.scope.StoreState;
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

/** The list of stores: searched, filtered and sorted by its address. */
@Named("storesPage")
@RequestScoped
public class StoresPage {
    @Inject
    CurrentPerson person;

    @Inject
    Parameters parameters;

    @Inject
    StoreListing stores;

    @Inject
    Words words;

    private ListStores wish = new ListStores("", Optional.empty(), ListStores.Order.CREATED, true, 1);
    private ListAddress address = new ListAddress(Map.of());
    private StoreListing.@Nullable Page page;

    @PostConstruct
    void read() {
        person.requireOperator(Scopes.PLATFORM_READ);
        String sort = parameters.text("sort");
        ListStores.Order order = parameters
                .one(ListStores.Order.class, "sort")
                .or(() -> down(sort))
                .orElse(ListStores.Order.CREATED);
        boolean descending = sort.isEmpty() || sort.startsWith("-");
        wish = new ListStores(
                parameters.text("q"), parameters.one(StoreState.class, "state"), order, descending, parameters.page());
        address = new ListAddress(Map.of(
                "q", wish.text(), "state", wish.state().map(StoreState::code).orElse(""), "sort", sort(order)));
    }

    public StoreListing.Page getPage() {
        StoreListing.Page known = page;
        if (known == null) {
            known = stores.page(wish);
            page = known;
        }
        return known;
    }

    public String getText() {
        return wish.text();
    }

    /** What the search form has to send along, so that a search stays within the filter. */
    public String getState() {
        return wish.state().map(StoreState::code).orElse("");
    }

    public List<Chip> getChips() {
        Map<StoreState, Long> counts = stores.counts();
        long all = counts.entrySet().stream()
                .filter(count -> count.getKey() != StoreState.DELETED)
                .mapToLong(Map.Entry::getValue)
                .sum();
        List<Chip> chips = new ArrayList<>();
        chips.add(new Chip("All", all, address.with("state", ""), wish.state().isEmpty()));
        for (StoreState state : StoreState.values()) {
            boolean active = wish.state().equals(Optional.of(state));
            if (counts.containsKey(state) || active) {
                chips.add(new Chip(
                        words.state(state),
                        counts.getOrDefault(state, 0L),
                        address.with("state", state.code()),
                        active));
            }
        }
        return chips;
    }

    /** Where a column's head leads: sorted by it, or the other way round. */
    public String sortedBy(String column) {
        return address.sortedBy(column, wish.order().code(), wish.descending());
    }

    /** The value of a head's {@code aria-sort}; nothing where the list is sorted by another column. */
    public @Nullable String sort(String column) {
        return ListAddress.sort(column, wish.order().code(), wish.descending());
    }

    public boolean isFiltered() {
        return !wish.text().isEmpty() || wish.state().isPresent();
    }

    public int getNumber() {
        return wish.page();
    }

    public @Nullable String getEarlier() {
        return address.before(wish.page(), getPage().pages());
    }

    public @Nullable String getLater() {
        return address.after(wish.page(), getPage().pages());
    }

    private static Optional<ListStores.Order> down(String sort) {
        return List.of(ListStores.Order.values()).stream()
                .filter(order -> sort.equals("-" + order.code()))
                .findFirst();
    }

    private String sort(ListStores.Order order) {
        return order == ListStores.Order.CREATED && wish.descending()
                ? ""
                : (wish.descending() ? "-" : "") + order.code();
    }
}
