package com.dainostore.tenancy.outbound;

import java.net.URI;
import java.util.Locale;

/**
 * An address that may be asked: http or https, a host, no user, and port 80 or 443 unless the installation allows more.
 *
 * @param host lower case; an IPv6 address in brackets
 */
record Destination(URI uri, String host, int port, boolean secure) {

    static Destination of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https");
        if (!(secure || scheme.equals("http")) || uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw OutboundRefusedException.address(uri);
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
        return new Destination(uri, uri.getHost().toLowerCase(Locale.ROOT), port, secure);
    }

    String hostAndPort() {
        return host + ":" + port;
    }

    boolean isSameOrigin(Destination other) {
        return secure == other.secure && hostAndPort().equals(other.hostAndPort());
    }
}
