package com.dainostore.shop.orders;

import com.dainostore.shop.cart.CartView;
import com.dainostore.shop.money.Money;
import com.dainostore.shop.pricing.Totals;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How far a shopper has come on the way to an order.
 *
 * @param contact empty until it was given
 * @param options the ways to deliver to that address, with what each costs for this cart; none where nothing has to be delivered
 * @param delivery the one that was chosen and still leads there
 * @param payments the ways to pay that the shop offers
 * @param payment the one that was chosen and is still offered
 * @param totals with delivery only once that is chosen
 * @param missing what has to be given before it can be ordered
 */
public record CheckoutView(
        CartView cart,
        Optional<Contact> contact,
        List<Option> options,
        Optional<Option> delivery,
        List<Payment> payments,
        Optional<Payment> payment,
        Totals totals,
        Optional<Step> missing) {
    public CheckoutView {
        options = List.copyOf(options);
        payments = List.copyOf(payments);
    }

    /** What a shopper gives, in this order. */
    public enum Step {
        CONTACT,
        DELIVERY
    }

    /**
     * Who orders, and where to.
     *
     * @param phone may be empty
     * @param billing empty: the bill goes where the goods go
     */
    public record Contact(String email, String phone, Address address, Optional<Address> billing) {
        public Address billTo() {
            return billing.orElse(address);
        }
    }

    /** One way to deliver, with what it costs for this cart. */
    public record Option(UUID id, String name, Money price) {}

    /** Whether everything was given, so that it can be ordered. */
    public boolean complete() {
        return missing.isEmpty();
    }
}
