package com.dainostore.tenancy.door;

import com.dainostore.tenancy.identification.Arrival;
import com.dainostore.tenancy.identification.RequestPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/**
 * Leads people from another name of a store to the one where it is at home. The target is a name that this installation
 * knows to be that store's, never one from the request, so it is no open redirect; and it never leads to itself.
 */
final class Elsewhere {
    private static final int PERMANENT_REDIRECT = 308;
    private static final List<String> NEVER = List.of("/api", "/admin", "/.well-known", "/openapi", "/metrics");

    private Elsewhere() {}

    /** Whether it is a page that is asked for: programs, consoles and proofs of control answer where they are asked. */
    static boolean concerns(HttpServletRequest request, RequestPath path) {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return reads && NEVER.stream().noneMatch(path::isBelow);
    }

    /** @param authority host and port */
    static void lead(HttpServletRequest request, HttpServletResponse response, Arrival arrival, String authority) {
        String query = request.getQueryString();
        response.setStatus(PERMANENT_REDIRECT);
        response.setHeader(
                "Location",
                (arrival.secure() ? "https://" : "http://")
                        + authority
                        + request.getRequestURI()
                        + (query == null ? "" : "?" + query));
        // Short: whoever makes the other name the primary one again must not find browsers that lead in a circle.
        response.setHeader("Cache-Control", "private, max-age=300");
    }
}
