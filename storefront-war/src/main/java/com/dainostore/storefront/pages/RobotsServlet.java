package com.dainostore.storefront.pages;

import com.dainostore.shop.pages.Page;
import com.dainostore.tenancy.scope.CurrentStore;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Where programs may go on this host: {@code /robots.txt} (RFC 9309, where the longest rule that fits counts). */
@WebServlet("/robots.txt")
public class RobotsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Lists that are filtered, sorted or priced in another way show the same goods without end. */
    private static final String STORE = """
            User-agent: *
            Disallow: /admin
            Disallow: /api/
            Disallow: /search
            Disallow: /cart
            Disallow: /checkout
            Disallow: /orders/
            Disallow: /account
            Disallow: /*?
            Allow: /*?cursor=
            Allow: /*?page=
            Allow: /media/

            Sitemap: %s
            """;

    private static final String PLATFORM = """
            User-agent: *
            Disallow: /admin
            Disallow: /api/
            """;

    @Inject
    transient CurrentStore store;

    @Inject
    transient Pages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String text = store.get().isPresent() ? STORE.formatted(Address.of(request, SitemapServlet.INDEX)) : PLATFORM;
        pages.show(request, response, "text/plain;charset=utf-8", Page.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
