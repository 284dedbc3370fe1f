package com.dainostore.storefront.pages;

import com.dainostore.shop.pages.PageKey;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page reads of a request. What is drawn is kept under it, so a page that is shown to people whom nobody knows reads
 * nothing else; and what no page reads of a query makes no other page of it.
 *
 * @param origin scheme, host and port, as the visitor sees them
 * @param path below the host
 * @param parameters those that are there and not empty
 */
record Asked(String origin, String path, Map<String, String> parameters) {

    /** @param names of the parameters that the page reads, beside the currency */
    static Asked of(HttpServletRequest request, String... names) {
        Map<String, String> parameters = new HashMap<>();
        for (String name : names) {
            String value = request.getParameter(name);
            if (value != null && !value.isEmpty()) {
                parameters.put(name, value);
            }
        }
        return of(request, parameters);
    }

    /** @param parameters what the page has read of the query, in one form for all that mean the same */
    static Asked of(HttpServletRequest request, Map<String, String> parameters) {
        return new Asked(Address.of(request, ""), path(request), Map.copyOf(parameters));
    }

    static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return request.getServletPath() + (info == null ? "" : info);
    }

    @Nullable
    String parameter(String name) {
        return parameters.get(name);
    }

    /** The full address of a path on this host. */
    String address(String other) {
        return origin + other;
    }

    PageKey key(Shop shop) {
        return new PageKey(
                shop.store().id(), origin, path, parameters, shop.conversion().currency());
    }
}
