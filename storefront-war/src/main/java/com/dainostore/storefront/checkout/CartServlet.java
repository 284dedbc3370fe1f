package com.dainostore.storefront.checkout;

import com.dainostore.shop.cart.CartLine;
import com.dainostore.shop.cart.CartView;
import com.dainostore.shop.cart.Carts;
import com.dainostore.shop.orders.CheckoutView;
import com.dainostore.shop.orders.Checkouts;
import com.dainostore.storefront.pages.Shop;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.ValidationException;
import com.dainostore.tenancy.scope.ValidationException.FieldError;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The cart, and its one form: the quantities of all lines are sent with whatever button is pressed, so that none that was typed is
 * lost. The form of a product's page comes here, too.
 */
@WebServlet(CartPage.PATH)
public class CartServlet extends ShopperServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Carts carts;

    @Inject
    transient Checkouts checkouts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, HttpServletResponse.SC_OK, List.of());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<FieldError> errors = new ArrayList<>();
        String next = CartPage.PATH;
        try {
            if (parameter(request, "do").equals("add")) {
                add(request, response);
            } else {
                next = change(request, response, errors);
            }
        } catch (ValidationException e) {
            e.errors().forEach(error -> errors.add(new FieldError("", "It was not added. " + error.message())));
        } catch (NotFoundException e) {
            // The cart, or the line, is gone: the page that comes next shows what there is.
            next = CartPage.PATH;
        }
        if (errors.isEmpty()) {
            lead(response, next);
        } else {
            show(request, response, UNPROCESSABLE, errors);
        }
    }

    private void add(HttpServletRequest request, HttpServletResponse response) {
        Carts.Wanted wanted = new Carts.Wanted(
                uuid(parameter(request, "variant"))
                        .orElseThrow(() -> new ValidationException("variant", "This is not sold here.")),
                quantity(parameter(request, "quantity")));
        Optional<String> open =
                CartCookie.read(request).filter(token -> carts.find(token).isPresent());
        if (open.isPresent()) {
            touched(request, response, open.get(), carts.add(open.get(), wanted.variant(), wanted.quantity()));
        } else {
            Carts.Made made = carts.create(List.of(wanted));
            touched(request, response, made.token(), made.cart());
        }
    }

    /** Takes down the quantities that differ, then does what the button says; returns where to go on. */
    private String change(HttpServletRequest request, HttpServletResponse response, List<FieldError> errors) {
        String token = CartCookie.read(request).orElseThrow(() -> new NotFoundException("There is no cart."));
        CartView cart = carts.find(token).orElseThrow(() -> new NotFoundException("There is no cart."));
        Optional<UUID> removed = uuid(parameter(request, "remove"));
        if (removed.isPresent()) {
            touched(request, response, token, carts.remove(token, removed.get()));
            return CartPage.PATH;
        }
        for (CartLine line : cart.lines()) {
            String field = "quantity." + line.id();
            String typed = parameter(request, field);
            if (!typed.isEmpty() && !typed.equals(Integer.toString(line.quantity()))) {
                try {
                    touched(request, response, token, carts.change(token, line.id(), quantity(typed)));
                } catch (ValidationException e) {
                    e.errors()
                            .forEach(error -> errors.add(new FieldError(field, line.name() + ": " + error.message())));
                }
            }
        }
        return switch (parameter(request, "do")) {
            case "accept" -> {
                carts.accept(token);
                yield CartPage.PATH;
            }
            case "checkout" -> ContactPage.PATH;
            default -> CartPage.PATH;
        };
    }

    private static void touched(HttpServletRequest request, HttpServletResponse response, String token, CartView cart) {
        CartCookie.keep(request, response, token);
        CartCookie.count(request, response, cart.pieces());
    }

    private void show(HttpServletRequest request, HttpServletResponse response, int status, List<FieldError> errors)
            throws IOException {
        Optional<CheckoutView> checkout = CartCookie.read(request).flatMap(checkouts::find);
        CartCookie.count(
                request, response, checkout.map(found -> found.cart().pieces()).orElse(0));
        Shop shop = shop();
        Typed form = Typed.sent(request).with(errors);
        Basket basket = checkout.map(found -> Basket.of(found, shop)).orElse(null);
        pages.tell(response, status, "checkout/cart", new CartPage(shop, head("Cart", form, shop), basket, form));
    }

    /** None takes the line out; what is no number is none that can be had. */
    private static int quantity(String typed) {
        return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : Integer.MIN_VALUE;
    }

    private static Optional<UUID> uuid(String text) {
        return StepServlet.uuid(text);
    }
}
