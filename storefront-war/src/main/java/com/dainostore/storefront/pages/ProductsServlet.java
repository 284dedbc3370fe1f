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
import org.jspecify.annotations.Nullable;

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
        if (shop.isEmpty()) {
            failures.notFound(response);
            return;
        }
        String cursor = cursor(request);
        ProductPage products = catalog.products(new ListProducts(ProductsPage.LIMIT, cursor));
        String address = Address.of(request, ProductsPage.PATH);
        pages.show(request, response, "products", ProductsPage.of(shop.get(), products, cursor == null, address));
    }

    private static @Nullable String cursor(HttpServletRequest request) {
        String cursor = request.getParameter("cursor");
        return cursor == null || cursor.isEmpty() ? null : cursor;
    }
}
