package com.dainostore.storefront.api;

import com.dainostore.shop.catalog.ListProducts;
import com.dainostore.tenancy.scope.ValidationException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The page of a list that a request asks for: 20 entries unless it says otherwise. */
public class Paging {
    private static final int MOST = 200;

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

    /** How many entries of a log are asked for, at most {@link #MOST}. */
    static int limit(String text) {
        int wanted = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (wanted < 1 || wanted > MOST) {
            throw new ValidationException("limit", "Use a number from 1 to " + MOST + ".");
        }
        return wanted;
    }
}
