package com.dainostore.storefront.api;

import com.dainostore.shop.catalog.ListProducts;
import com.dainostore.tenancy.scope.ValidationException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The page of a list that a request asks for: 20 entries unless it says otherwise. */
public class Paging {
    @QueryParam("limit")
    @DefaultValue("20")
    private String limit = "";

    @QueryParam("cursor")
    private @Nullable String cursor;

    ListProducts query() {
        try {
            return new ListProducts(Integer.parseInt(limit), cursor);
        } catch (NumberFormatException e) {
            throw new ValidationException("limit", "Use a number from 1 to " + ListProducts.MAX_LIMIT + ".");
        }
    }
}
