package com.dainostore.storefront.checkout;

import com.dainostore.shop.orders.OrderView;
import com.dainostore.shop.orders.Payment;
import com.dainostore.storefront.pages.Head;
import com.dainostore.storefront.pages.Shop;
import com.dainostore.tenancy.configuration.Setting;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;

/**
 * An order, for whoever has placed it.
 *
 * @param happened what has happened so far, the oldest first
 */
public record OrderPage(Shop shop, Head head, OrderView order, Sums sums, List<Happened> happened) {

    /** Something that happened, and when in the time of the store. */
    public record Happened(String what, String when, String at) {}

    static OrderPage of(OrderView order, Shop shop, ZoneId zone, Head head) {
        DateTimeFormatter format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(shop.locale())
                .withZone(zone);
        List<Happened> happened = new ArrayList<>();
        for (OrderView.Event event : order.events()) {
            happened.add(new Happened(
                    words(event.kind()), format.format(event.at()), event.at().toString()));
        }
        return new OrderPage(shop, head, order, Sums.of(order, shop.locale()), happened);
    }

    private static String words(OrderView.Happening happening) {
        return switch (happening) {
            case PLACED -> "Ordered";
            case PAID -> "Paid";
            case FULFILLED -> "Sent";
            case CANCELLED -> "Cancelled";
            case NOTE -> "Noted";
        };
    }

    /** How it stands, in words. */
    public String state() {
        if (order.isCancelled()) {
            return "Write to the shop if you did not ask for this.";
        }
        if (order.isFulfilled()) {
            return order.delivery().isEmpty() ? "It is done." : "It is on its way.";
        }
        return (order.isPaid() ? "It is paid, and we are getting it ready." : "We are getting it ready.")
                + " A confirmation goes to " + order.email() + ".";
    }

    public String payment() {
        return order.payment().label() + (order.isPaid() ? ", paid" : "");
    }

    /** How an invoice is paid, in the words of the shop; empty where nothing is to be paid so any more. */
    public String invoice() {
        boolean due = order.payment() == Payment.INVOICE && !order.isPaid() && !order.isCancelled();
        return due ? shop.settings().get(Setting.INVOICE_TEXT) : "";
    }

    public List<String> shipTo() {
        return order.shipTo().lines(shop.locale());
    }

    public List<String> billTo() {
        return order.billTo().lines(shop.locale());
    }

    public boolean elsewhere() {
        return !order.billTo().equals(order.shipTo());
    }

    /** What the pieces of a line cost together. */
    public String total(OrderView.Line line) {
        return line.total().format(shop.locale());
    }

    public String price(OrderView.Line line) {
        return line.price().format(shop.locale());
    }

    /** The address at which a parcel is followed, where it is one that a browser may open. */
    public String tracking() {
        String url = order.tracking().url();
        return url.startsWith("https://") || url.startsWith("http://") ? url : "";
    }
}
