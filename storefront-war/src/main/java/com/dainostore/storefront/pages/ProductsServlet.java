package com.dainostore.storefront.pages;

import com.dainostore.storefront.pages.ListPage.Subject;
import jakarta.servlet.annotation.WebServlet;
import java.util.List;
import java.util.Optional;

/** Everything that the shop sells: {@code /products?vendor=...&page=...}. */
@WebServlet(ProductsServlet.PATH)
public class ProductsServlet extends ListServlet {
    static final String PATH = "/products";

    private static final long serialVersionUID = 1L;

    @Override
    Optional<Listed> find(ListAddress address, Shop shop) {
        return Optional.of(new Listed(new Subject("products", PATH, "Products", List.of(), "", false), null));
    }
}
