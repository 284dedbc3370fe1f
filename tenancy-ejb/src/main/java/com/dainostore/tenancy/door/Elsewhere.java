package com.dainostore.tenancy.door;

import com.dainostore.tenancy.identification.Arrival;
import com.dainostore.tenancy.identification.Identity;
import com.dainostore.tenancy.identification.RequestPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;

/**
 * Leads people from another name of a store to the one where it is at home. The target is a name that this installation
 * knows to be that store's, never one from the request, so it is no open redirect; and it never leads to itself.
 */
final class Elsewhere {
    private static final int PERMANENT_REDIRECT = 308;
    /** Programs and proofs of control answer where they are asked; pictures too, because the console shows them. */
    private static final List<String> NEVER =
            List.of("/api", "/media", "/assets", "/.well-known", "/openapi", "/metrics", "/internal");

    private Elsewhere() {}

    /** Whether it is a page that is asked for. The console stays where it is, but for a store that is there no more. */
    static boolean concerns(HttpServletRequest request, RequestPath path, Identity identity) {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        boolean console = path.isBelow("/admin") && !(identity instanceof Identity.Moved);
        return reads && !console && NEVER.stream().noneMatch(path::isBelow);
    }

    /** @param platform the platform as browsers see it: what is in front of it is in front of the stores too */
    static void lead(
            HttpServletRequest request, HttpServletResponse response, Arrival arrival, String host, URI platform) {
        boolean overTls = platform.getScheme().equals("https");
        boolean secure = overTls || arrival.secure();
        String port = platform.getPort() < 0 || secure != overTls ? "" : ":" + platform.getPort();
        String query = request.getQueryString();
        response.setStatus(PERMANENT_REDIRECT);
        response.setHeader(
                "Location",
                (secure ? "https://" : "http://")
                        + host
                        + port
                        + request.getRequestURI()
                        + (query == null ? "" : "?" + query));
        // Whoever makes the other name the primary one again must not find browsers that lead in a circle.
        response.setHeader("Cache-Control", "no-store");
    }
}
