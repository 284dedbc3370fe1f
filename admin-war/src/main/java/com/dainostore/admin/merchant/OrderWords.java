package com.dainostore.admin.merchant;

import com.dainostore.shop.orders.OrderView;
import com.dainostore.shop.orders.OrderView.Event;
import com.dainostore.shop.orders.OrderView.Happening;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** How orders stand and what happened to them, in words. */
@Named("orderWords")
@ApplicationScoped
public class OrderWords {

    /** @param code what it looks like */
    public record Badge(String code, String label) {}

    /**
     * Something that happened.
     *
     * @param text what somebody wrote with it; may be empty
     */
    public record Told(Event event, String icon, String sentence, String text) {}

    public Badge sending(boolean fulfilled, boolean cancelled) {
        if (cancelled) {
            return new Badge("cancelled", "Cancelled");
        }
        return fulfilled ? new Badge("sent", "Sent") : new Badge("pending", "To send");
    }

    public Badge payment(boolean paid, boolean cancelled) {
        if (paid) {
            return new Badge("done", "Paid");
        }
        return cancelled ? new Badge("cancelled", "Not paid") : new Badge("pending", "To be paid");
    }

    /** What happened to an order, the newest first. */
    static List<Told> history(OrderView order) {
        List<Told> told = new ArrayList<>();
        boolean sent = false;
        for (Event event : order.events()) {
            told.add(0, told(event, sent));
            sent = sent || event.kind() == Happening.FULFILLED;
        }
        return told;
    }

    private static Told told(Event event, boolean sent) {
        String who = event.person().isEmpty() ? "Somebody" : event.person();
        return switch (event.kind()) {
            case PLACED -> new Told(event, "bag", "The order was placed", "");
            case PAID -> new Told(event, "check", who + " marked it as paid", "");
            case FULFILLED ->
                new Told(
                        event,
                        "truck",
                        who + (sent ? " changed how it is followed" : " marked it as sent"),
                        event.detail());
            case CANCELLED ->
                new Told(
                        event,
                        "cross",
                        who
                                + (event.detail().isEmpty()
                                        ? " cancelled it"
                                        : " cancelled it and put its pieces back into the stock"),
                        "");
            case NOTE -> new Told(event, "file", who + " left a note", event.detail());
        };
    }
}
