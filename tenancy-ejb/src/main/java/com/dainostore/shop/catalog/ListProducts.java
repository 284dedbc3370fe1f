package com.dainostore.shop.catalog;

import com.dainostore.tenancy.scope.ValidationException;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one page of products, newest first.
 *
 * @param limit how many at most, 1 to 100
 * @param cursor {@code nextCursor} of the page before, or null for the first page
 */
public record ListProducts(int limit, @Nullable String cursor) {
    public static final int MAX_LIMIT = 100;

    public ListProducts {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new ValidationException("limit", "Ask for 1 to " + MAX_LIMIT + " products at once.");
        }
    }

    public static ListProducts first(int limit) {
        return new ListProducts(limit, null);
    }
}
