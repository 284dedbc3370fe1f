package com.dainostore.storefront.checkout;

import com.dainostore.shop.orders.CheckoutView;
import com.dainostore.shop.orders.Checkouts;
import com.dainostore.shop.orders.Orders;
import com.dainostore.tenancy.scope.NotFoundException;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A step of the checkout. Whoever comes without anything to order is led to the cart, and whoever has ordered already to the order:
 * by the back button, by a second tab, by sending the form again.
 */
abstract class StepServlet extends ShopperServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Inject
    transient Checkouts checkouts;

    @Inject
    transient Orders orders;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            super.service(request, response);
        } catch (NotFoundException ended) {
            leadAway(request, response);
        }
    }

    /** The checkout that the request goes on with. */
    CheckoutView open(HttpServletRequest request) {
        return checkouts
                .find(token(request))
                .filter(checkout -> !checkout.cart().isEmpty())
                .orElseThrow(() -> new NotFoundException("There is nothing to order."));
    }

    static String token(HttpServletRequest request) {
        return CartCookie.read(request).orElseThrow(() -> new NotFoundException("There is no cart."));
    }

    private void leadAway(HttpServletRequest request, HttpServletResponse response) {
        lead(
                response,
                CartCookie.read(request)
                        .flatMap(orders::fromCart)
                        .map(order -> OrderServlet.path(order.secret()))
                        .orElse(CartPage.PATH));
    }

    /** Where the first thing is asked for that is still missing. */
    static String missing(CheckoutView.Step step) {
        return switch (step) {
            case CONTACT -> ContactPage.PATH;
            case DELIVERY -> DeliveryPage.PATH;
        };
    }

    static Optional<UUID> uuid(String text) {
        return UUID_FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
