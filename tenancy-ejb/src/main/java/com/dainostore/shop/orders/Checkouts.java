package com.dainostore.shop.orders;

import com.dainostore.shop.cart.CartToken;
import com.dainostore.shop.cart.CartView;
import com.dainostore.shop.cart.OpenCarts;
import com.dainostore.shop.orders.CheckoutView.Contact;
import com.dainostore.tenancy.mail.MailAddress;
import com.dainostore.tenancy.scope.StoreScoped;
import com.dainostore.tenancy.scope.Unguarded;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The way from a cart to an order, step by step: {@link #contact}, {@link #choose}, {@link #review}, then
 * {@link Orders#place}. What was given stays with the cart, whatever is given later.
 */
@Stateless
@StoreScoped
@Unguarded("A checkout belongs to whoever has the token of its cart.")
public class Checkouts {
    private static final int LONGEST_PHONE = 40;

    @Inject
    EntityManager entities;

    @Inject
    Till till;

    /** How far the cart has come; empty where it is not there or has become an order. */
    public Optional<CheckoutView> find(String token) {
        return CartToken.parse(token)
                .flatMap(till.carts()::find)
                .filter(cart -> cart.order().isEmpty())
                .map(till::add);
    }

    /** Takes down who orders and where to, checked field by field: {@code email}, {@code address.city}, {@code billing.city}. */
    public CheckoutView contact(String token, Contact given) {
        Contact contact = checked(given);
        CartView cart = open(token);
        new CheckoutRows(entities).contact(cart.id(), contact);
        return till.add(cart);
    }

    /**
     * Takes down how it comes and how it is paid; fields {@code delivery} and {@code payment}.
     *
     * @param delivery one of the options of the checkout, or null where nothing has to be delivered
     */
    public CheckoutView choose(String token, @Nullable UUID delivery, @Nullable Payment payment) {
        CartView cart = open(token);
        new CheckoutRows(entities).choice(cart.id(), delivery, payment);
        CheckoutView checkout = till.add(cart);
        Complaints complaints = new Complaints();
        complain(complaints, checkout);
        complaints.check();
        return checkout;
    }

    static void complain(Complaints complaints, CheckoutView checkout) {
        if (checkout.cart().needsDelivery() && checkout.delivery().isEmpty()) {
            complaints.add(
                    "delivery",
                    checkout.options().isEmpty()
                            ? "This shop does not deliver to this country."
                            : "Choose how it shall be delivered.");
        }
        if (checkout.payment().isEmpty()) {
            complaints.add("payment", "Choose how you will pay.");
        }
    }

    /**
     * The order as it would be, with what has changed since the shopper looked last; it counts as seen from now on, and its
     * pieces are set aside for a while.
     */
    public CheckoutView review(String token) {
        OpenCarts carts = till.carts();
        CartView cart = carts.lock(Till.token(token))
                .filter(found -> found.order().isEmpty())
                .orElseThrow(Till::missing);
        carts.accept(cart);
        till.hold(cart);
        return till.add(cart);
    }

    private CartView open(String token) {
        OpenCarts carts = till.carts();
        CartToken known = Till.token(token);
        return carts.touch(known).flatMap(id -> carts.find(known)).orElseThrow(Till::missing);
    }

    static Contact checked(Contact given) {
        Complaints complaints = new Complaints();
        Optional<MailAddress> email = MailAddress.parse(given.email());
        if (email.isEmpty()) {
            complaints.add("email", "Type an e-mail address such as anna@example.com.");
        }
        String phone = given.phone().strip();
        complaints.text("phone", phone, LONGEST_PHONE);
        Contact contact = new Contact(
                email.map(MailAddress::text).orElse(""),
                phone,
                given.address().normal(),
                given.billing().map(Address::normal));
        contact.address().check(complaints, "address.");
        contact.billing().ifPresent(billing -> billing.check(complaints, "billing."));
        complaints.check();
        return contact;
    }
}
