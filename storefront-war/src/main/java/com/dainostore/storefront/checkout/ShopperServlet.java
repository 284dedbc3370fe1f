package com.dainostore.storefront.checkout;

import com.dainostore.storefront.pages.Failures;
import com.dainostore.storefront.pages.Head;
import com.dainostore.storefront.pages.Pages;
import com.dainostore.storefront.pages.Shop;
import com.dainostore.storefront.pages.Shops;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Pages of a store that show what belongs to one shopper; the platform's host has none. */
abstract class ShopperServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** The input is looked at again: nothing was taken down. */
    static final int UNPROCESSABLE = 422;

    @Inject
    transient Shops shops;

    @Inject
    transient Pages pages;

    @Inject
    transient Failures failures;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (shops.current().isPresent()) {
            super.service(request, response);
        } else {
            failures.notFound(response);
        }
    }

    Shop shop() {
        return shops.current().orElseThrow();
    }

    static Head head(String title, Shop shop) {
        return Head.of(title + " – " + shop.name(), title, "/").hidden();
    }

    /** As {@link #head}; whose title says first that something is wrong. */
    static Head head(String title, Typed form, Shop shop) {
        return head(form.errors().isEmpty() ? title : "Error: " + title, shop);
    }

    /** Ends a form, so that neither "back" nor "reload" sends it again. */
    static void lead(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", path);
    }

    static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }
}
