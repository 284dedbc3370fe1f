package com.dainostore.tenancy.door;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;

/**
 * The cookies of the consoles' sessions: for one host, never for scripts. Behind TLS the browser itself holds them to this
 * host (the prefix {@code __Host-}, RFC 6265bis, 4.1.3.2); on plain HTTP they have other names, so that one never counts as
 * the other.
 */
public enum SessionCookie {
    OPERATOR("dainostore-operator"),
    STAFF("dainostore-staff");

    private final String plain;

    SessionCookie(String plain) {
        this.plain = plain;
    }

    /** @param token of the session; the browser forgets it when it is closed */
    public void set(HttpServletRequest request, HttpServletResponse response, String token) {
        response.addCookie(cookie(Passage.of(request).secure(), token));
    }

    public void clear(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = cookie(Passage.of(request).secure(), "");
        cookie.setMaxAge(0);
        response.addCookie(cookie);
    }

    Optional<String> read(HttpServletRequest request, boolean secure) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name(secure)))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private String name(boolean secure) {
        return secure ? "__Host-" + plain : plain;
    }

    private Cookie cookie(boolean secure, String value) {
        Cookie cookie = new Cookie(name(secure), value);
        cookie.setPath(secure ? "/" : "/admin");
        cookie.setSecure(secure);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
