package com.dainostore.tenancy.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What every answer tells the browser not to do. A page or file can set a stricter policy of its own. */
final class SecurityHeaders {
    private static final String POLICY = "default-src 'none'; img-src 'self'; style-src %s; script-src 'self';"
            + " connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    private static final String PAGES = POLICY.formatted("'self'");
    /** Faces components write style attributes: see docs/security.md. */
    private static final String CONSOLES = POLICY.formatted("'self' 'unsafe-inline'");

    private SecurityHeaders() {}

    static void set(HttpServletRequest request, HttpServletResponse response) {
        boolean console = "/admin".equals(request.getContextPath());
        response.setHeader("Content-Security-Policy", console ? CONSOLES : PAGES);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (console || Requests.isApi(request)) {
            response.setHeader("Cache-Control", "no-store");
        }
        setTransport(request, response);
    }

    /** What can be said only once it is known how the request arrived. */
    static void setTransport(HttpServletRequest request, HttpServletResponse response) {
        if (Requests.isSecure(request)) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
            // Without TLS browsers ignore it, and complain.
            response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        }
    }
}
