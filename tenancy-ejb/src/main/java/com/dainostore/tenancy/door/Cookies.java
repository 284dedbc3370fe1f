package com.dainostore.tenancy.door;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Set;

/** The platform's own cookies; those that a merchant's domain brings along are none of our business. */
final class Cookies {
    private static final String OURS = "dainostore";
    private static final String OURS_SECURE = "__Host-" + OURS;

    private Cookies() {}

    /** Refuses a cookie that arrives twice: one of the two was set by somebody else, for a parent domain or path. */
    static void check(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (Cookie cookie : cookies) {
            String name = cookie.getName();
            if ((name.startsWith(OURS) || name.startsWith(OURS_SECURE)) && !seen.add(name)) {
                throw RefusedException.badRequest(
                        "A cookie arrived twice. Clear the cookies of this site and try again.");
            }
        }
    }
}
