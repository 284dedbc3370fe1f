package com.dainostore.tenancy.door;

import com.dainostore.tenancy.identification.Arrival;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * Stores are one site to browsers, so cookies alone prove nothing: whatever a browser says of where an unsafe request
 * comes from must name the same origin, and with cookies it must say something.
 */
final class SameOrigin {
    private SameOrigin() {}

    static void check(HttpServletRequest request, Arrival arrival) {
        if (!Requests.isUnsafe(request)) {
            return;
        }
        List<String> origins = Requests.headers(request, "Origin");
        List<String> sites = Requests.headers(request, "Sec-Fetch-Site");
        boolean silent = origins.isEmpty() && sites.isEmpty();
        boolean same = origins.stream().allMatch(arrival::isSameOrigin)
                && sites.stream().allMatch("same-origin"::equals)
                && origins.size() <= 1
                && sites.size() <= 1;
        if (silent ? request.getHeader("Cookie") != null : !same) {
            throw RefusedException.foreignOrigin();
        }
    }
}
