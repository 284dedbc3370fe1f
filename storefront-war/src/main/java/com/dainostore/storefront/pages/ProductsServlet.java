package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.Catalog;
import com.dainostore.shop.catalog.ListProducts;
import com.dainostore.shop.catalog.ProductPage;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The list of products, page by page: {@code /products?cursor=...}. */
@WebServlet(ProductsPage.PATH)
public class ProductsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Shops shops;

    @Inject
    transient Catalog catalog;

    @Inject
    transient Pages pages;

    @Inject
    transient Failures failures;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Shop> shop = shops.in(request.getParameter("currency"));
        Asked asked = Asked.of(request, "cursor");
        if (shop.isEmpty()
                || !pages.show(request, response, shop.get(), asked, () -> Optional.of(page(shop.get(), asked)))) {
            failures.notFound(response);
        }
    }

    private View page(Shop shop, Asked asked) {
        String cursor = asked.parameter("cursor");
        ProductPage products = catalog.products(new ListProducts(ProductsPage.LIMIT, cursor));
        String address = asked.address(ProductsPage.PATH);
        return new View("products", ProductsPage.of(shop, products, cursor == null, address));
    }
}
