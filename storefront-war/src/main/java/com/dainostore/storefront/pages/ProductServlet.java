package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.Catalog;
import com.dainostore.shop.catalog.FormerHandles;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The page of a product, with the variant and the picture of the address chosen: {@code /products/{handle}?variant={id}&picture={n}}. */
@WebServlet(ProductsServlet.PATH + "/*")
public class ProductServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Shops shops;

    @Inject
    transient Catalog catalog;

    @Inject
    transient FormerHandles formerHandles;

    @Inject
    transient Pages pages;

    @Inject
    transient Failures failures;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Shop> shop = shops.in(request.getParameter("currency"));
        String handle = request.getPathInfo().substring(1);
        Asked asked = Asked.of(request, "variant", "picture");
        if (shop.isEmpty()
                || !pages.show(request, response, shop.get(), asked, () -> page(shop.get(), handle, asked))) {
            leadOn(request, response, handle);
        }
    }

    private Optional<View> page(Shop shop, String handle, Asked asked) {
        return catalog.shown(handle).map(product -> {
            String address =
                    asked.address(ProductsServlet.PATH + "/" + product.product().handle());
            return new View(
                    "product",
                    ProductDetails.of(product, asked.parameter("variant"), asked.parameter("picture"), shop, address));
        });
    }

    /** To where the product is now, if it was here before. */
    private void leadOn(HttpServletRequest request, HttpServletResponse response, String handle) throws IOException {
        Optional<String> now = formerHandles.product(handle);
        if (now.isPresent()) {
            Redirect.permanent(request, response, ProductsServlet.PATH + "/" + now.get());
        } else {
            failures.notFound(response);
        }
    }
}
