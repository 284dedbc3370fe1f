package com.dainostore.storefront.pages;

import com.dainostore.shop.catalog.Catalog;
import com.dainostore.shop.catalog.ListProducts;
import com.dainostore.shop.catalog.ProductPage;
import com.dainostore.shop.catalog.Showcase;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The first page: a store's home, or the platform's landing page on the platform's host. */
@WebServlet("")
public class HomeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Shops shops;

    @Inject
    transient Catalog catalog;

    @Inject
    transient Showcase showcase;

    @Inject
    transient Pages pages;

    @Inject
    transient Assets assets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Shop> shop = shops.current();
        Asked asked = Asked.of(request);
        if (shop.isPresent()) {
            pages.show(request, response, shop.get(), asked, () -> Optional.of(home(shop.get(), asked)));
        } else {
            pages.show(request, response, "platform", new PlatformPage(assets, asked.address("/")));
        }
    }

    private View home(Shop shop, Asked asked) {
        ProductPage products = catalog.products(ListProducts.first(HomePage.LIMIT));
        return new View(
                "home", HomePage.of(shop, showcase.collections(HomePage.COLLECTIONS), products, asked.address("/")));
    }
}
