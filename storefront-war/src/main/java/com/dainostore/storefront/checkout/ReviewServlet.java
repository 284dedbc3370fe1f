package com.dainostore.storefront.checkout;

import com.dainostore.shop.money.Money;
import com.dainostore.shop.orders.CheckoutView;
import com.dainostore.shop.orders.PlaceOrder;
import com.dainostore.shop.orders.Placing;
import com.dainostore.storefront.pages.Shop;
import com.dainostore.tenancy.scope.ValidationException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Shows all of it once more and places the order. What has changed in the meantime is never ordered: it is shown here again, in
 * words. However often the button is pressed, in whatever tab, it leads to the one order that the cart has become.
 */
@WebServlet(ReviewPage.PATH)
public class ReviewServlet extends StepServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,18}");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CheckoutView before = open(request);
        if (before.complete()) {
            show(request, response, checkouts.review(token(request)));
        } else {
            lead(response, missing(before.missing().orElseThrow()));
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response, CheckoutView checkout)
            throws IOException {
        if (checkout.complete() && !checkout.cart().isEmpty()) {
            Shop shop = shop();
            ReviewPage page = ReviewPage.of(checkout, amount(request, "was"), shop, head("Checkout: review", shop));
            pages.tell(response, HttpServletResponse.SC_OK, "checkout/review", page);
        } else {
            lead(response, checkout.missing().map(StepServlet::missing).orElse(CartPage.PATH));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String token = token(request);
        Optional<Long> seen = amount(request, "total");
        if (seen.isEmpty() || isOther(request, token)) {
            lead(response, again(seen));
            return;
        }
        try {
            Placing placing = orders.place(token, PlaceOrder.seen(new Money(seen.get(), shop().currency())));
            if (placing instanceof Placing.Placed placed) {
                CartCookie.ordered(request, response, token);
                lead(response, OrderServlet.path(placed.order().secret()));
            } else {
                lead(response, again(seen));
            }
        } catch (ValidationException incomplete) {
            lead(response, again(seen));
        }
    }

    /** Whether the form was made for another cart than the one that the shopper has by now. */
    private boolean isOther(HttpServletRequest request, String token) {
        String shown = parameter(request, "cart");
        return checkouts
                .find(token)
                .filter(checkout -> !checkout.cart().id().toString().equals(shown))
                .isPresent();
    }

    private static String again(Optional<Long> seen) {
        return ReviewPage.PATH + seen.map(amount -> "?was=" + amount).orElse("");
    }

    private static Optional<Long> amount(HttpServletRequest request, String name) {
        return Optional.of(parameter(request, name))
                .filter(text -> AMOUNT.matcher(text).matches())
                .map(Long::valueOf);
    }
}
