package com.dainostore.storefront.checkout;

import com.dainostore.shop.orders.CheckoutView;
import com.dainostore.shop.orders.CheckoutView.Option;
import com.dainostore.shop.orders.Payment;
import com.dainostore.storefront.pages.Shop;
import com.dainostore.tenancy.scope.ValidationException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Asks how it shall come, and how it will be paid. */
@WebServlet(DeliveryPage.PATH)
public class DeliveryServlet extends StepServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CheckoutView checkout = open(request);
        if (checkout.contact().isEmpty()) {
            lead(response, ContactPage.PATH);
        } else {
            show(response, HttpServletResponse.SC_OK, checkout, given(checkout));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CheckoutView checkout = open(request);
        if (checkout.contact().isEmpty()) {
            lead(response, ContactPage.PATH);
            return;
        }
        Typed form = Typed.sent(request);
        UUID delivery = uuid(form.value("delivery")).orElse(null);
        Payment payment = Payment.ofCode(form.value("payment")).orElse(null);
        try {
            checkouts.choose(token(request), delivery, payment);
        } catch (ValidationException e) {
            show(response, UNPROCESSABLE, checkout, form.with(e.errors()));
            return;
        }
        lead(response, ReviewPage.PATH);
    }

    /** What was chosen before; where there is only one choice, that one. */
    private static Typed given(CheckoutView checkout) {
        Optional<String> delivery = checkout.delivery()
                .or(() -> only(checkout.options()))
                .map(Option::id)
                .map(UUID::toString);
        Optional<String> payment =
                checkout.payment().or(() -> only(checkout.payments())).map(Payment::code);
        return Typed.of(Map.of("delivery", delivery.orElse(""), "payment", payment.orElse("")));
    }

    private static <T> Optional<T> only(List<T> choices) {
        return choices.size() == 1 ? Optional.of(choices.get(0)) : Optional.empty();
    }

    private void show(HttpServletResponse response, int status, CheckoutView checkout, Typed form) throws IOException {
        Shop shop = shop();
        DeliveryPage page = new DeliveryPage(
                shop,
                head("Checkout: delivery and payment", form, shop),
                Basket.of(checkout, shop),
                form,
                checkout.cart().needsDelivery(),
                checkout.contact()
                        .map(contact -> contact.address().countryName(shop.locale()))
                        .orElse(""),
                checkout.options().stream()
                        .map(option -> new DeliveryPage.Way(
                                option.id().toString(), option.name(), Sums.price(option.price(), shop.locale())))
                        .toList(),
                checkout.payments());
        pages.tell(response, status, "checkout/delivery", page);
    }
}
