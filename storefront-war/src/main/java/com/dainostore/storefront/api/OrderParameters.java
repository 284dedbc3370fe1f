package com.dainostore.storefront.api;

import com.dainostore.shop.orders.FindOrders;
import com.dainostore.tenancy.scope.ValidationException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** The orders that a request asks for: the newest unless it says otherwise. */
public class OrderParameters {
    @QueryParam("q")
    @DefaultValue("")
    private String text = "";

    @QueryParam("state")
    @DefaultValue("")
    private String state = "";

    @QueryParam("sort")
    @DefaultValue("-number")
    private String sort = "-number";

    @QueryParam("page")
    @DefaultValue("1")
    private String page = "1";

    FindOrders query() {
        if (text.indexOf('\0') >= 0) {
            throw new ValidationException("q", "Leave out control characters.");
        }
        boolean descending = sort.startsWith("-");
        FindOrders.Order order = FindOrders.Order.ofCode(descending ? sort.substring(1) : sort)
                .orElseThrow(() -> new ValidationException(
                        "sort", "Use number, total or name, with a - before it for the other direction."));
        return new FindOrders(text, state(), order, descending, page());
    }

    private Optional<FindOrders.State> state() {
        Optional<FindOrders.State> wanted = FindOrders.State.ofCode(state);
        if (!state.isEmpty() && wanted.isEmpty()) {
            throw new ValidationException("state", "Use open, unpaid, fulfilled or cancelled.");
        }
        return wanted;
    }

    private int page() {
        if (!page.matches("[0-9]{1,6}")) {
            throw new ValidationException("page", "Use the number of a page, from 1 on.");
        }
        return Integer.parseInt(page);
    }
}
