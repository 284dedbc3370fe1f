package com.dainostore.storefront.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The way from the address that something had before to the one that it has now. */
final class Redirect {
    private static final int PERMANENT_REDIRECT = 308;

    private Redirect() {}

    /** @param path on the same host; the query goes along */
    static void permanent(HttpServletRequest request, HttpServletResponse response, String path) {
        String query = request.getQueryString();
        response.setStatus(PERMANENT_REDIRECT);
        response.setHeader("Location", query == null ? path : path + "?" + query);
        // Whoever gives the old address to something else must not find browsers that still lead away from it.
        response.setHeader("Cache-Control", "no-store");
    }
}
