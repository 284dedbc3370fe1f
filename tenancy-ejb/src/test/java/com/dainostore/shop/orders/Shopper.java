package com.dainostore.shop.orders;

import com.dainostore.shop.cart.Carts;
import com.dainostore.shop.money.Money;
import com.dainostore.shop.orders.CheckoutView.Contact;
import com.dainostore.shop.testing.TestShop;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Somebody who buys: a cart in a shop that delivers everywhere, and the steps from there. */
record Shopper(TestShop shop, String token) {
    static final Address HOME = new Address("Anna Berger", "", "Lindengasse 4", "Top 7", "1070", "Wien", "", "AT");
    static final Contact ANNA = new Contact("anna@example.com", "", HOME, Optional.empty());

    /** With some pieces of one variant in the cart, and everything said about it. */
    static Shopper ready(TestShop shop, UUID variant, int quantity) {
        Shopper shopper = with(shop, variant, quantity);
        shopper.shop().call(Checkouts.class, checkouts -> checkouts.contact(shopper.token(), ANNA));
        shopper.shop()
                .call(Checkouts.class, checkouts -> checkouts.choose(shopper.token(), rate(shop), Payment.INVOICE));
        return shopper;
    }

    static Shopper with(TestShop shop, UUID variant, int quantity) {
        return new Shopper(
                shop,
                shop.call(Carts.class, carts -> carts.create(List.of(new Carts.Wanted(variant, quantity))))
                        .token());
    }

    /** The only way to deliver, made where there is none. */
    static UUID rate(TestShop shop) {
        List<String> rates = shop.database.texts("SELECT id::text FROM delivery_rates");
        if (!rates.isEmpty()) {
            return UUID.fromString(rates.get(0));
        }
        String currency = shop.database.currency();
        return shop.call(
                        DeliveryRates.class,
                        boundary -> boundary.create(new SaveDeliveryRate(
                                "Parcel", new Money(490, currency), new Money(20_000, currency), List.of(), 0)))
                .id();
    }

    CheckoutView review() {
        return shop.call(Checkouts.class, checkouts -> checkouts.review(token));
    }

    Placing place() {
        return place(new PlaceOrder(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    Placing place(PlaceOrder wish) {
        return shop.call(Orders.class, orders -> orders.place(token, wish));
    }

    OrderView order() {
        return ((Placing.Placed) place()).order();
    }
}
