package com.dainostore.shop.orders;

/** How the wish to order ends. */
public sealed interface Placing {
    /**
     * It is ordered.
     *
     * @param before whether it was already, by an earlier request
     */
    record Placed(OrderView order, boolean before) implements Placing {}

    /** Something is not as the shopper has seen it: the review has to be shown again. Nothing is ordered. */
    record Changed(CheckoutView review) implements Placing {}
}
