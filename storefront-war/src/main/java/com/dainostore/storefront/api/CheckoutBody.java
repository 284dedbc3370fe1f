package com.dainostore.storefront.api;

import com.dainostore.shop.orders.Address;
import com.dainostore.shop.orders.CheckoutView.Contact;
import com.dainostore.shop.orders.Payment;
import com.dainostore.shop.orders.PlaceOrder.Given;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a shopper says on the way to an order, as programs send it. */
final class CheckoutBody {
    private CheckoutBody() {}

    /** Who orders, where to, how it comes and how it is paid. */
    static Given given(Body body) {
        return new Given(
                new Contact(
                        body.text("email"),
                        body.optionalText("phone").orElse(""),
                        address(body.object("address")),
                        body.has("billing") ? Optional.of(address(body.object("billing"))) : Optional.empty()),
                body.optionalId("delivery").orElse(null),
                payment(body));
    }

    private static Address address(Body body) {
        return new Address(
                body.text("name"),
                body.optionalText("company").orElse(""),
                body.text("line1"),
                body.optionalText("line2").orElse(""),
                body.optionalText("postcode").orElse(""),
                body.text("city"),
                body.optionalText("region").orElse(""),
                body.text("country"));
    }

    private static @Nullable Payment payment(Body body) {
        Optional<String> code = body.optionalText("payment");
        if (code.isEmpty()) {
            return null;
        }
        return Payment.ofCode(code.get()).orElseGet(() -> {
            body.refuse("payment", "Use invoice or on-delivery.");
            return Payment.INVOICE;
        });
    }
}
