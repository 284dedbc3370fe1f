package com.dainostore.storefront.checkout;

import com.dainostore.shop.orders.Payment;
import com.dainostore.storefront.pages.Head;
import com.dainostore.storefront.pages.Shop;
import java.util.List;

/**
 * The second step: how it comes, and how it is paid.
 *
 * @param delivered whether anything is to be delivered
 * @param country where to
 */
public record DeliveryPage(
        Shop shop,
        Head head,
        Basket basket,
        Typed form,
        boolean delivered,
        String country,
        List<Way> ways,
        List<Payment> payments) {
    static final String PATH = "/checkout/delivery";

    /** One way to deliver. */
    public record Way(String id, String name, String price) {}

    /** Whether there is a way on from here. */
    public boolean possible() {
        return !payments.isEmpty() && (!ways.isEmpty() || !delivered);
    }

    /** What a payment means. */
    public static String explained(Payment payment) {
        return switch (payment) {
            case INVOICE -> "You get an invoice and pay it by bank transfer.";
            case ON_DELIVERY -> "You pay when the parcel is handed over.";
        };
    }
}
