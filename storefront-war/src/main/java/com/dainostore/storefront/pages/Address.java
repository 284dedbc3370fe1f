package com.dainostore.storefront.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;

/** Addresses as the outside sees them. */
final class Address {
    private Address() {}

    /** The full address of a path on the host of another full address. */
    static String beside(String address, String path) {
        return URI.create(address).resolve(path).toString();
    }

    /** The full address of a path on the host of the request, written in the one way that counts as the same. */
    static String of(HttpServletRequest request, String path) {
        String host = request.getServerName().toLowerCase(Locale.ROOT);
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        int port = request.getServerPort();
        boolean usual = port == 80 || port == 443;
        return request.getScheme() + "://" + name + (usual ? "" : ":" + port) + path;
    }
}
