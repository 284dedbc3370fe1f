package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.Shelf;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The collections of the shop. */
@WebServlet(CollectionsPage.PATH)
public class CollectionsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Shops shops;

    @Inject
    transient Shelf shelf;

    @Inject
    transient Pages pages;

    @Inject
    transient Failures failures;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Shop> shop = shops.in(request.getParameter("currency"));
        Asked asked = Asked.of(request);
        if (shop.isEmpty()
                || !pages.show(request, response, shop.get(), asked, () -> Optional.of(page(shop.get(), asked)))) {
            failures.notFound(response);
        }
    }

    private View page(Shop shop, Asked asked) {
        return new View(
                "collections", CollectionsPage.of(shop, shelf.collections(), asked.address(CollectionsPage.PATH)));
    }
}
