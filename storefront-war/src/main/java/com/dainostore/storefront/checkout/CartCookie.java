package com.dainostore.storefront.checkout;

import com.dainostore.tenancy.door.Passage;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cookies of a shopper: the token of the cart, for this host and never for scripts, and beside it the number of pieces, which
 * is no secret: scripts write it into pages that are kept for everybody. Behind TLS the browser itself holds the token to this
 * host (the prefix {@code __Host-}, RFC 6265bis, 4.1.3.2).
 */
final class CartCookie {
    /** As long as carts are kept that nobody touches. */
    private static final Duration KEPT = Duration.ofDays(60);

    /** How long the token of a cart still leads to the order that it became: for the back button and for other tabs. */
    private static final Duration ORDERED = Duration.ofHours(1);

    private static final String COUNT = "cart-count";

    private CartCookie() {}

    /** The token that the request brings; none where two came, since one of them was set by somebody else. */
    static Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        List<String> found = Arrays.stream(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(name(request)))
                .map(Cookie::getValue)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    static void keep(HttpServletRequest request, HttpServletResponse response, String token) {
        send(request, response, name(request), token, KEPT, true);
    }

    /** The cart has become an order. */
    static void ordered(HttpServletRequest request, HttpServletResponse response, String token) {
        send(request, response, name(request), token, ORDERED, true);
        count(request, response, 0);
    }

    static void count(HttpServletRequest request, HttpServletResponse response, int pieces) {
        String known = Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COUNT))
                .map(Cookie::getValue)
                .findFirst()
                .orElse("0");
        String now = Integer.toString(pieces);
        if (!known.equals(now)) {
            send(request, response, COUNT, now, pieces == 0 ? Duration.ZERO : KEPT, false);
        }
    }

    private static String name(HttpServletRequest request) {
        return Passage.of(request).secure() ? "__Host-cart" : "cart";
    }

    private static void send(
            HttpServletRequest request,
            HttpServletResponse response,
            String name,
            String value,
            Duration age,
            boolean secret) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge((int) age.toSeconds());
        cookie.setSecure(Passage.of(request).secure());
        cookie.setHttpOnly(secret);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
