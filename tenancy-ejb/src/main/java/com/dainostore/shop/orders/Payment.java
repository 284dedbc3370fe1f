package com.dainostore.shop.orders;

import java.util.Arrays;
import java.util.Optional;

/** How an order is paid. */
public enum Payment {
    INVOICE("invoice", "By invoice"),
    ON_DELIVERY("on-delivery", "On delivery");

    private final String code;
    private final String label;

    Payment(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The name in the database and in answers of the API. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public static Optional<Payment> ofCode(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
