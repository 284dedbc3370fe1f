package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.Catalog;
import com.dainostore.shop.catalog.ProductView;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The page of a product, with the variant of the address chosen: {@code /products/{handle}?variant={id}}. */
@WebServlet(ProductsServlet.PATH + "/*")
public class ProductServlet extends HttpServlet {
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
        Optional<ProductView> product = shop.isEmpty() ? Optional.empty() : product(request.getPathInfo());
        if (shop.isEmpty() || product.isEmpty()) {
            failures.notFound(response);
            return;
        }
        String address =
                Address.of(request, ProductsServlet.PATH + "/" + product.get().handle());
        String variant = request.getParameter("variant");
        pages.show(request, response, "product", ProductDetails.of(product.get(), variant, shop.get(), address));
    }

    private Optional<ProductView> product(String path) {
        String handle = path.substring(1);
        return handle.isEmpty() || handle.contains("/") ? Optional.empty() : catalog.product(handle);
    }
}
