package com.dainostore.shop.orders;

import com.dainostore.shop.cart.CartLine;
import com.dainostore.shop.cart.CartToken;
import com.dainostore.shop.cart.CartView;
import com.dainostore.shop.cart.OpenCarts;
import com.dainostore.shop.money.Money;
import com.dainostore.shop.orders.CheckoutView.Contact;
import com.dainostore.shop.orders.CheckoutView.Option;
import com.dainostore.shop.orders.CheckoutView.Step;
import com.dainostore.shop.pricing.Item;
import com.dainostore.shop.pricing.Totals;
import com.dainostore.shop.stock.Stock;
import com.dainostore.tenancy.configuration.Settings;
import com.dainostore.tenancy.registry.Directory;
import com.dainostore.tenancy.scope.CurrentStore;
import com.dainostore.tenancy.scope.NotFoundException;
import com.dainostore.tenancy.scope.StoreId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Adds up what a cart comes to with everything that was said about it; within the transaction of a boundary. */
@ApplicationScoped
class Till {
    @Inject
    EntityManager entities;

    @Inject
    CurrentStore current;

    @Inject
    Directory directory;

    @Inject
    Settings settings;

    Terms terms() {
        return Terms.of(settings.of(store()));
    }

    OpenCarts carts() {
        return new OpenCarts(entities, directory.settings(store()).currency());
    }

    private StoreId store() {
        return current.require().id();
    }

    /** The cart that a token names; refuses where there is none. */
    static CartToken token(String text) {
        return CartToken.parse(text).orElseThrow(Till::missing);
    }

    static NotFoundException missing() {
        return new NotFoundException("This cart is not there any more. Begin a new one.");
    }

    CheckoutView add(CartView cart) {
        CheckoutRows.Said said = new CheckoutRows(entities).find(cart.id());
        Optional<Contact> contact = Optional.ofNullable(said.contact());
        Terms terms = terms();
        List<Option> options = cart.needsDelivery() && contact.isPresent()
                ? options(cart.goods(), contact.get().address().country())
                : List.of();
        Optional<Option> delivery =
                options.stream().filter(one -> one.id().equals(said.delivery())).findFirst();
        Optional<Payment> payment = Optional.ofNullable(said.payment()).filter(terms.payments()::contains);
        Money free = new Money(0, cart.goods().currency());
        Totals totals = Totals.of(items(cart), delivery.map(Option::price).orElse(free), terms.tax());
        return new CheckoutView(
                cart,
                contact,
                options,
                delivery,
                terms.payments(),
                payment,
                totals,
                missing(cart, contact, delivery, payment));
    }

    private List<Option> options(Money goods, String country) {
        return new RateRows(entities)
                .all().stream()
                        .filter(rate -> rate.leadsTo(country)
                                && rate.amount().currency().equals(goods.currency()))
                        .map(rate -> new Option(rate.id(), rate.name(), rate.priceFor(goods)))
                        .toList();
    }

    private static Optional<Step> missing(
            CartView cart, Optional<Contact> contact, Optional<Option> delivery, Optional<Payment> payment) {
        if (contact.isEmpty()) {
            return Optional.of(Step.CONTACT);
        }
        boolean chosen = payment.isPresent() && (delivery.isPresent() || !cart.needsDelivery());
        return chosen ? Optional.empty() : Optional.of(Step.DELIVERY);
    }

    private static List<Item> items(CartView cart) {
        return cart.lines().stream()
                .map(line -> new Item(line.price(), line.quantity(), line.taxed()))
                .toList();
    }

    /** Sets aside what is in the cart, which is locked, for as long as {@link Stock#HOLD}. */
    void hold(CartView cart) {
        Map<UUID, Integer> pieces = cart.lines().stream()
                .filter(CartLine::held)
                .collect(Collectors.toMap(CartLine::variant, CartLine::quantity));
        new Stock(entities).hold(cart.id(), pieces);
    }
}
