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
        Optional<LegalPage> page = shop.flatMap(here -> page(here, request));
        if (page.isPresent()) {
            pages.show(request, response, "legal", page.get());
        } else {
            failures.notFound(response);
        }
    }

    private static Optional<LegalPage> page(Shop shop, HttpServletRequest request) {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        return LegalText.ofName(path.substring(1)).flatMap(text -> text.in(shop.settings())
                .map(content -> LegalPage.of(shop, text, content, Address.of(request, text.path()))));
    }
}
