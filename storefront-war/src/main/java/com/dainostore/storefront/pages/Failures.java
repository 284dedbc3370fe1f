package com.dainostore.storefront.pages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The pages that tell what went wrong. In a store that answers, a missing page is a page of that store; everywhere else
 * the page stands alone: its style is written into it, allowed by its hash, because nothing else may answer there.
 */
@ApplicationScoped
public class Failures {
    @Inject
    Shops shops;

    @Inject
    Pages pages;

    @Inject
    Assets assets;

    public void notFound(HttpServletResponse response) throws IOException {
        Optional<Shop> shop = shops.current();
        if (shop.isPresent()) {
            pages.fail(response, HttpServletResponse.SC_NOT_FOUND, "missing", MissingPage.of(shop.get()));
        } else {
            alone(response, Failure.of(HttpServletResponse.SC_NOT_FOUND), true);
        }
    }

    /** Tells of a failure that the door or the server found, perhaps on a host that belongs to nobody. */
    void tell(HttpServletResponse response, int status) throws IOException {
        alone(response, Failure.of(status), false);
    }

    private void alone(HttpServletResponse response, Failure failure, boolean home) throws IOException {
        String style = assets.errorStyle();
        response.setHeader("Content-Security-Policy", policy(style));
        pages.fail(response, failure.status(), "failure", new FailurePage(failure, style, home, reference(response)));
    }

    private static String reference(HttpServletResponse response) {
        String id = response.getHeader("X-Request-ID");
        return id == null ? "" : id;
    }

    private static String policy(String style) {
        byte[] hash = Asset.digest().digest(style.getBytes(StandardCharsets.UTF_8));
        return "default-src 'none'; style-src 'sha256-" + Base64.getEncoder().encodeToString(hash)
                + "'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }
}
