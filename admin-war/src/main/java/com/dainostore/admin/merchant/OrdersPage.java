package com.dainostore.admin.merchant;

import com.dainostore.admin.Chip;
import com.dainostore.admin.ListAddress;
import com.dainostore.admin.Parameters;
import com.dainostore.shop.money.Money;
import com.dainostore.shop.orders.FindOrders;
import com.dainostore.shop.orders.FindOrders.State;
import com.dainostore.shop.orders.OrderDesk;
import com.dainostore.shop.orders.OrderPage;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.security.Area;
import com.dainostore.tenancy.security.CurrentPerson;
import com.dainostore.tenancy.security.Level;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of orders: searched, filtered and sorted by its address. */
@Named("orders")
@RequestScoped
public class OrdersPage {
    private static final Map<State, String> WORDS = Map.of(
            State.OPEN, "To send",
            State.UNPAID, "To be paid",
            State.FULFILLED, "Sent",
            State.CANCELLED, "Cancelled");

    @Inject
    CurrentPerson person;

    @Inject
    Parameters parameters;

    @Inject
    CurrentStore store;

    @Inject
    Directory directory;

    @EJB
    OrderDesk desk;

    private FindOrders wish = FindOrders.all();
    private ListAddress address = new ListAddress(Map.of());
    private @Nullable OrderPage page;

    @PostConstruct
    void read() {
        person.require(Area.ORDERS, Level.VIEW);
        wish = wish(parameters);
        address = new ListAddress(Map.of("q", wish.text(), "state", getState(), "sort", parameters.text("sort")));
    }

    /** What an address asks for; what makes no sense counts as not given. */
    static FindOrders wish(Parameters parameters) {
        String sort = parameters.text("sort");
        boolean descending = sort.isEmpty() || sort.startsWith("-");
        return new FindOrders(
                parameters.text("q"),
                State.ofCode(parameters.text("state")),
                FindOrders.Order.ofCode(sort.startsWith("-") ? sort.substring(1) : sort)
                        .orElse(FindOrders.Order.NUMBER),
                descending,
                parameters.page());
    }

    public OrderPage getPage() {
        OrderPage known = page;
        if (known == null) {
            known = desk.list(wish);
            page = known;
        }
        return known;
    }

    public String getText() {
        return wish.text();
    }

    /** What the search has to send along, so that it stays within the filter. */
    public String getState() {
        return wish.state().map(State::code).orElse("");
    }

    public List<Chip> getChips() {
        Map<State, Long> counts = desk.counts();
        long all = counts.getOrDefault(State.OPEN, 0L)
                + counts.getOrDefault(State.FULFILLED, 0L)
                + counts.getOrDefault(State.CANCELLED, 0L);
        List<Chip> chips = new ArrayList<>();
        chips.add(new Chip("All", all, address.with("state", ""), wish.state().isEmpty()));
        for (State state : State.values()) {
            chips.add(new Chip(
                    WORDS.getOrDefault(state, ""),
                    counts.getOrDefault(state, 0L),
                    address.with("state", state.code()),
                    wish.state().equals(Optional.of(state))));
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

    /** The query that asks for all of this list. */
    public String getQuery() {
        return address.page(1);
    }

    public String money(Money amount) {
        return amount.format(directory.settings(store.require().id()).locale());
    }
}
