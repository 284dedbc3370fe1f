package com.dainostore.storefront.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** Addresses as the outside sees them. */
final class Address {
    private Address() {}

    /** The full address of a path on the host of the request, written in the one way that counts as the same. */
    static String of(HttpServletRequest request, String path) {
        String scheme = request.getScheme();
        String host = request.getServerName().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        int port = request.getServerPort();
        boolean usual = port == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + host + (usual ? "" : ":" + port) + path;
    }
}
