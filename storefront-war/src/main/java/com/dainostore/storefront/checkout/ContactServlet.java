package com.dainostore.storefront.checkout;

import com.dainostore.shop.orders.CheckoutView;
import com.dainostore.storefront.pages.Shop;
import com.dainostore.tenancy.scope.ValidationException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Asks who orders, and where to. */
@WebServlet(ContactPage.PATH)
public class ContactServlet extends StepServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CheckoutView checkout = open(request);
        Typed given = ContactPage.given(checkout.contact(), shop().locale());
        show(response, HttpServletResponse.SC_OK, checkout, given);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CheckoutView checkout = open(request);
        Typed form = Typed.sent(request);
        try {
            checkouts.contact(token(request), ContactPage.contact(form));
        } catch (ValidationException e) {
            show(response, UNPROCESSABLE, checkout, form.with(e.errors()));
            return;
        }
        lead(response, DeliveryPage.PATH);
    }

    private void show(HttpServletResponse response, int status, CheckoutView checkout, Typed form) throws IOException {
        Shop shop = shop();
        ContactPage page = new ContactPage(
                shop,
                head("Checkout: address", form, shop),
                Basket.of(checkout, shop),
                form,
                ContactPage.countries(shop.locale()),
                checkout.cart().needsDelivery());
        pages.tell(response, status, "checkout/contact", page);
    }
}
