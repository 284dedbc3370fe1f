package com.dainostore.storefront.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** Addresses as the outside sees them. */
final class Address {
    /** Where the door keeps whether the shopper's side of the connection is encrypted, behind proxies too. */
    private static final String SECURE = "com.dainostore.tenancy.door.Requests.secure";

    private Address() {}

    /** The full address of a path on the host of the request, written in the one way that counts as the same. */
    static String of(HttpServletRequest request, String path) {
        boolean secure = request.isSecure() || Boolean.TRUE.equals(request.getAttribute(SECURE));
        String scheme = secure ? "https" : "http";
        String host = request.getServerName().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        int port = request.getServerPort();
        boolean usual = port == 80 || port == 443;
        return scheme + "://" + host + (usual ? "" : ":" + port) + path;
    }
}
