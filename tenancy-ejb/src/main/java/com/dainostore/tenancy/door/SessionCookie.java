package com.dainostore.tenancy.door;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;

/**
 * The cookie of an operator's session: for one host, never for scripts. Behind TLS the browser itself holds it to this host
 * (the prefix {@code __Host-}, RFC 6265bis, 4.1.3.2); on plain HTTP it has another name, so that one never counts as the other.
 */
public final class SessionCookie {
    private static final String PLAIN = "dainostore-operator";
    private static final String SECURE = "__Host-" + PLAIN;

    private SessionCookie() {}

    /** @param token of the session; the browser forgets it when it is closed */
    public static void set(HttpServletRequest request, HttpServletResponse response, String token) {
        response.addCookie(cookie(Passage.of(request).secure(), token));
    }

    public static void clear(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = cookie(Passage.of(request).secure(), "");
        cookie.setMaxAge(0);
        response.addCookie(cookie);
    }

    static Optional<String> read(HttpServletRequest request, boolean secure) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(secure ? SECURE : PLAIN))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private static Cookie cookie(boolean secure, String value) {
        Cookie cookie = new Cookie(secure ? SECURE : PLAIN, value);
        cookie.setPath(secure ? "/" : "/admin");
        cookie.setSecure(secure);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
