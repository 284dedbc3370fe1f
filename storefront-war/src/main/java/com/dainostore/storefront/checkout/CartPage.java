package com.dainostore.storefront.checkout;

import com.dainostore.storefront.pages.Head;
import com.dainostore.storefront.pages.Shop;
import org.jspecify.annotations.Nullable;

/**
 * The cart.
 *
 * @param basket what is in it, or null where nobody has put anything in
 * @param form the quantities, by the ids of their lines
 */
public record CartPage(Shop shop, Head head, @Nullable Basket basket, Typed form) {
    static final String PATH = "/cart";

    /** The field of a line's quantity. */
    public static String field(Line line) {
        return "quantity." + line.id();
    }

    /** What stands in the field of a line. */
    public String quantity(Line line) {
        String typed = form.value(field(line));
        return typed.isEmpty() ? Integer.toString(line.quantity()) : typed;
    }
}
