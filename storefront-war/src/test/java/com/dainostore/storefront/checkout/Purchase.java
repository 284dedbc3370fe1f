package com.dainostore.storefront.checkout;

import static com.dainostore.storefront.pages.Fixtures.eur;

import com.dainostore.shop.cart.CartChange;
import com.dainostore.shop.cart.CartLine;
import com.dainostore.shop.cart.CartView;
import com.dainostore.shop.money.Money;
import com.dainostore.shop.orders.Address;
import com.dainostore.shop.orders.CheckoutView;
import com.dainostore.shop.orders.OrderView;
import com.dainostore.shop.orders.Payment;
import com.dainostore.shop.pricing.Item;
import com.dainostore.shop.pricing.Tax;
import com.dainostore.shop.pricing.Totals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A cart on its way to an order, in whose texts a word stands wherever somebody can write one. */
final class Purchase {
    static final Tax INCLUDED = new Tax(new BigDecimal("19.000"), true);
    static final Tax ON_TOP = new Tax(new BigDecimal("7.5"), false);
    private static final UUID ID = new UUID(1, 2);

    private final String word;

    Purchase(String word) {
        this.word = word;
    }

    Address address() {
        return new Address(
                "Anna " + word, word, "Lange Straße 1 " + word, "", "07743 " + word, "Jena " + word, word, "DE");
    }

    CheckoutView checkout(Tax tax, boolean chosen) {
        List<CartLine> lines = List.of(line(1, "Teapot", 12900, 1), line(2, "Cup", 950, 4));
        Money goods = eur(16700);
        CheckoutView.Option standard = new CheckoutView.Option(new UUID(3, 1), "Standard " + word, eur(490));
        CheckoutView.Option express = new CheckoutView.Option(new UUID(3, 2), "Express", eur(0));
        CartView cart = new CartView(
                ID,
                lines,
                List.of(new CartChange.PriceChanged(ID, "Teapot " + word, eur(11900), eur(12900))),
                goods,
                Optional.empty());
        return new CheckoutView(
                cart,
                Optional.of(
                        new CheckoutView.Contact("anna@example.com", "030 " + word, address(), Optional.of(address()))),
                List.of(standard, express),
                chosen ? Optional.of(standard) : Optional.empty(),
                List.of(Payment.values()),
                chosen ? Optional.of(Payment.INVOICE) : Optional.empty(),
                Totals.of(
                        lines.stream()
                                .map(line -> new Item(line.price(), line.quantity(), line.taxed()))
                                .toList(),
                        eur(chosen ? 490 : 0),
                        tax),
                chosen ? Optional.empty() : Optional.of(CheckoutView.Step.DELIVERY));
    }

    private CartLine line(int id, String title, long price, int quantity) {
        return new CartLine(
                new UUID(2, id),
                new UUID(4, id),
                new UUID(5, id),
                title.toLowerCase(java.util.Locale.ROOT),
                title + " " + word,
                List.of("Opal " + word, "20 cm"),
                word,
                eur(price),
                quantity,
                10,
                true,
                true,
                true,
                false,
                null);
    }

    OrderView order(boolean sent) {
        CheckoutView checkout = checkout(INCLUDED, true);
        Totals totals = checkout.totals();
        Instant now = Instant.parse("2026-03-01T10:15:00Z");
        return new OrderView(
                ID,
                1001,
                "A-1001" + word,
                "s".repeat(43),
                "anna@example.com",
                "030 " + word,
                address(),
                address(),
                "Standard " + word,
                Payment.INVOICE,
                new OrderView.Sums(
                        totals.goods(),
                        totals.delivery(),
                        totals.tax(),
                        totals.total(),
                        totals.rate().percent(),
                        totals.rate().included(),
                        totals.deliveryShare()),
                Optional.empty(),
                sent ? Optional.of(now) : Optional.empty(),
                Optional.empty(),
                false,
                sent
                        ? new OrderView.Tracking("Post " + word, "00340 " + word, "javascript:alert(1)")
                        : OrderView.Tracking.NONE,
                checkout.cart().lines().stream()
                        .map(line -> new OrderView.Line(
                                line.variant(),
                                line.product(),
                                line.handle(),
                                line.title(),
                                line.options(),
                                line.sku(),
                                line.price(),
                                line.quantity(),
                                eur(0)))
                        .toList(),
                List.of(new OrderView.Event(now, OrderView.Happening.PLACED, "", "")),
                1,
                now);
    }
}
