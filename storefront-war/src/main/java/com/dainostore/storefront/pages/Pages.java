package com.dainostore.storefront.pages;

import com.dainostore.shop.pages.KeptPages;
import com.dainostore.shop.pages.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends pages. Prices and stock are asked for anew each time ({@code no-cache}), and no cache on the way keeps a page
 * ({@code private}); but a browser that has the same bytes already gets only their name, a strong ETag (RFC 9110,
 * section 8.8.3), and a page of a store that this node has drawn is not drawn again before something of it changes.
 */
@ApplicationScoped
public class Pages {
    private static final String HTML = "text/html;charset=utf-8";

    /** What the names of all our cookies contain. */
    private static final String OUR_COOKIES = "dainostore";

    @Inject
    Templates templates;

    @Inject
    KeptPages kept;

    /**
     * Shows a page of a store; where nobody is known to the request it may come from memory.
     *
     * @param asked all that the page reads of the request
     * @param drawing is called only where the page is not kept; what it gives follows from the shop, from what is asked and
     *     from the catalog alone
     * @return whether there is such a page; otherwise nothing is sent
     */
    boolean show(
            HttpServletRequest request,
            HttpServletResponse response,
            Shop shop,
            Asked asked,
            Supplier<Optional<View>> drawing)
            throws IOException {
        Supplier<Optional<Page>> draw = () -> drawing.get().map(this::draw);
        Optional<Page> page = isKnown(request) ? draw.get() : kept.get(asked.key(shop), shop.inItsCurrency(), draw);
        if (page.isPresent()) {
            show(request, response, HTML, page.get());
        }
        return page.isPresent();
    }

    /** Shows a page that is not of a store. */
    void show(HttpServletRequest request, HttpServletResponse response, String template, Object page)
            throws IOException {
        show(request, response, HTML, draw(new View(template, page)));
    }

    private Page draw(View view) {
        return Page.of(templates.render(view.template(), view.page()));
    }

    /** Whether the request says who sends it. */
    private static boolean isKnown(HttpServletRequest request) {
        String cookies = request.getHeader("Cookie");
        return (cookies != null && cookies.contains(OUR_COOKIES)) || request.getHeader("Authorization") != null;
    }

    /** @param type the media type */
    void show(HttpServletRequest request, HttpServletResponse response, String type, Page page) throws IOException {
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("ETag", page.tag());
        if (known(request.getHeader("If-None-Match"), page.tag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        send(response, type, page.body());
    }

    /** Sends a page that tells of a failure; nobody keeps it. */
    void fail(HttpServletResponse response, int status, String template, Object page) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        send(response, HTML, templates.render(template, page));
    }

    /** Sends a page that is one visitor's alone: nobody keeps it, and no search engine lists it. */
    public void tell(HttpServletResponse response, int status, String template, Object page) throws IOException {
        response.setHeader("X-Robots-Tag", "noindex");
        fail(response, status, template, page);
    }

    private static void send(HttpServletResponse response, String type, byte[] body) throws IOException {
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static boolean known(@Nullable String tags, String tag) {
        return tags != null && (tags.equals("*") || tags.contains(tag));
    }
}
