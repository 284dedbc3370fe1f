package com.dainostore.storefront.checkout;

import com.dainostore.shop.money.Money;
import com.dainostore.shop.orders.CheckoutView;
import com.dainostore.shop.orders.CheckoutView.Contact;
import com.dainostore.shop.orders.Payment;
import com.dainostore.shop.stock.Stock;
import com.dainostore.storefront.pages.Head;
import com.dainostore.storefront.pages.LegalText;
import com.dainostore.storefront.pages.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The last step: all of it once more, and the button.
 *
 * @param changes what has changed since the shopper looked, in words
 * @param delivery how it comes, or empty where nothing is delivered
 * @param total as it is sent with the order, to be compared
 * @param cart tells this cart from one that was begun in another tab meanwhile
 */
public record ReviewPage(
        Shop shop,
        Head head,
        Basket basket,
        List<String> changes,
        Contact contact,
        String delivery,
        Payment payment,
        Money total,
        String cart,
        boolean held) {
    static final String PATH = "/checkout/review";

    public ReviewPage {
        changes = List.copyOf(changes);
    }

    /** @param checkout one that is complete */
    static ReviewPage of(CheckoutView checkout, Optional<Long> was, Shop shop, Head head) {
        Basket basket = Basket.of(checkout, shop);
        Money total = checkout.totals().total();
        List<String> changes = new ArrayList<>(basket.changes());
        was.map(amount -> new Money(amount, total.currency()))
                .filter(before -> !before.equals(total))
                .ifPresent(before -> changes.add("The total is %s now. It was %s."
                        .formatted(total.format(shop.locale()), before.format(shop.locale()))));
        return new ReviewPage(
                shop,
                head,
                basket,
                changes,
                checkout.contact().orElseThrow(),
                checkout.delivery().map(CheckoutView.Option::name).orElse(""),
                checkout.payment().orElseThrow(),
                total,
                checkout.cart().id().toString(),
                checkout.cart().lines().stream().anyMatch(line -> line.held()));
    }

    public List<String> shipTo() {
        return contact.address().lines(shop.locale());
    }

    /** None where the bill goes to the same address. */
    public List<String> billTo() {
        return contact.billing().map(billing -> billing.lines(shop.locale())).orElse(List.of());
    }

    public long minutesHeld() {
        return Stock.HOLD.toMinutes();
    }

    /** What the shopper agrees to: the texts that the shop has, but for who it is. */
    public List<LegalText> agreed() {
        return shop.legalTexts().stream()
                .filter(text -> text != LegalText.IMPRINT)
                .toList();
    }
}
