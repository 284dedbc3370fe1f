package com.dainostore.shop.orders;

import com.dainostore.tenancy.scope.Refusal;

/** What is asked for cannot be done with an order that stands so. */
public final class OrderStateException extends Refusal {
    private static final long serialVersionUID = 1L;

    public OrderStateException(String message) {
        super("order-state", 409, message);
    }
}
