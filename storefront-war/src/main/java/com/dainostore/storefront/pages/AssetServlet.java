package com.dainostore.storefront.pages;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Style sheets, script and icons: each address has one content for ever, so browsers ask once. */
@WebServlet("/assets/*")
public class AssetServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Assets assets;

    @Inject
    transient Failures failures;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Asset> asset = assets.find(request.getServletPath() + request.getPathInfo());
        if (asset.isEmpty()) {
            failures.notFound(response);
            return;
        }
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        String tag = '"' + asset.get().hash() + '"';
        response.setHeader("ETag", tag);
        if (Pages.known(request.getHeader("If-None-Match"), tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(asset.get().type());
        response.setContentLength(asset.get().content().length);
        response.getOutputStream().write(asset.get().content());
    }
}
