package com.dainostore.storefront.checkout;

import com.dainostore.shop.orders.OrderView;
import com.dainostore.shop.orders.Orders;
import com.dainostore.storefront.pages.Shop;
import com.dainostore.tenancy.registry.Directory;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Optional;

/**
 * An order at the address that only its shopper was told: {@code /orders/{secret}}. The address is the key, so no other site is
 * told where somebody came from.
 */
@WebServlet(OrderServlet.PATH + "/*")
public class OrderServlet extends ShopperServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/orders";

    @Inject
    transient Orders orders;

    @Inject
    transient Directory directory;

    static String path(String secret) {
        return PATH + "/" + secret;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        Optional<OrderView> order = path == null ? Optional.empty() : orders.bySecret(path.substring(1));
        if (order.isEmpty()) {
            failures.notFound(response);
            return;
        }
        Shop shop = shop();
        ZoneId zone = directory.settings(shop.store().id()).timeZone();
        response.setHeader("Referrer-Policy", "no-referrer");
        OrderPage page = OrderPage.of(
                order.get(), shop, zone, head("Order " + order.get().name(), shop));
        pages.tell(response, HttpServletResponse.SC_OK, "checkout/order", page);
    }
}
