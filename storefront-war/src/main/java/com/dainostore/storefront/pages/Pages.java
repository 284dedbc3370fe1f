package com.dainostore.storefront.pages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Sends pages. Prices and stock are never older than the request ({@code no-cache}), and no cache on the way keeps a
 * page ({@code private}); but a browser that has the same bytes already gets only their name, a strong ETag (RFC 9110,
 * section 8.8.3).
 */
@ApplicationScoped
public class Pages {
    private static final String HTML = "text/html;charset=utf-8";

    @Inject
    Templates templates;

    void show(HttpServletRequest request, HttpServletResponse response, String template, Object page)
            throws IOException {
        byte[] body = templates.render(template, page);
        String tag = tag(body);
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("ETag", tag);
        if (known(request.getHeader("If-None-Match"), tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        send(response, body);
    }

    /** Sends a page that tells of a failure; nobody keeps it. */
    void fail(HttpServletResponse response, int status, String template, Object page) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        send(response, templates.render(template, page));
    }

    /** Sends a page that is one visitor's alone: nobody keeps it, and no search engine lists it. */
    public void tell(HttpServletResponse response, int status, String template, Object page) throws IOException {
        response.setHeader("X-Robots-Tag", "noindex");
        fail(response, status, template, page);
    }

    private static void send(HttpServletResponse response, byte[] body) throws IOException {
        response.setContentType(HTML);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String tag(byte[] body) {
        return '"'
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Asset.digest().digest(body))
                        .substring(0, 22)
                + '"';
    }

    static boolean known(@Nullable String tags, String tag) {
        return tags != null && (tags.equals("*") || tags.contains(tag));
    }
}
