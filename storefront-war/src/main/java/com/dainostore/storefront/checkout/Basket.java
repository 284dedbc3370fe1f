package com.dainostore.storefront.checkout;

import com.dainostore.shop.orders.CheckoutView;
import com.dainostore.storefront.pages.Shop;
import java.util.List;

/**
 * What is about to be ordered, ready to be shown.
 *
 * @param changes what is not as the shopper has seen it, in words
 */
public record Basket(List<Line> lines, List<String> changes, Sums sums) {
    public Basket {
        lines = List.copyOf(lines);
        changes = List.copyOf(changes);
    }

    static Basket of(CheckoutView checkout, Shop shop) {
        return new Basket(
                checkout.cart().lines().stream()
                        .map(line -> Line.of(line, shop))
                        .toList(),
                checkout.cart().changes().stream()
                        .map(change -> change.text(shop.locale()))
                        .toList(),
                Sums.of(checkout, shop.locale()));
    }
}
