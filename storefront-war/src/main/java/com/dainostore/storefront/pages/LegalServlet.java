package com.dainostore.storefront.pages;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Imprint, privacy, terms and returns: {@code /pages/{name}}. */
@WebServlet(LegalPage.PATH + "/*")
public class LegalServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Shops shops;

    @Inject
    transient Pages pages;

    @Inject
    transient Failures failures;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Shop> shop = shops.current();
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        Optional<LegalText> text = LegalText.ofName(path.substring(1));
        Asked asked = Asked.of(request);
        if (shop.isEmpty()
                || text.isEmpty()
                || !pages.show(request, response, shop.get(), asked, () -> page(shop.get(), text.get(), asked))) {
            failures.notFound(response);
        }
    }

    private static Optional<View> page(Shop shop, LegalText text, Asked asked) {
        return text.in(shop.settings())
                .map(content -> new View("legal", LegalPage.of(shop, text, content, asked.address(text.path()))));
    }
}
