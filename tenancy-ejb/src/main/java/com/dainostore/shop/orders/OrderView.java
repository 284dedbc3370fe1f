package com.dainostore.shop.orders;

import com.dainostore.shop.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as it was placed, and what became of it.
 *
 * @param number counts up in each store, without gaps
 * @param name what people call it: the number behind the prefix of the store
 * @param secret the last part of the address at which its shopper sees it
 * @param delivery the name of the way to deliver; empty where nothing was to be delivered
 * @param events what happened, the oldest first
 * @param version grows with each change
 */
public record OrderView(
        UUID id,
        long number,
        String name,
        String secret,
        String email,
        String phone,
        Address shipTo,
        Address billTo,
        String delivery,
        Payment payment,
        Sums sums,
        Optional<Instant> paidAt,
        Optional<Instant> fulfilledAt,
        Optional<Instant> cancelledAt,
        boolean restocked,
        Tracking tracking,
        List<Line> lines,
        List<Event> events,
        long version,
        Instant placedAt) {
    public OrderView {
        lines = List.copyOf(lines);
        events = List.copyOf(events);
    }

    /**
     * What it comes to.
     *
     * @param tax within {@code total}
     * @param included whether the prices hold the tax
     * @param deliveryTax the part of the tax that is on the delivery
     */
    public record Sums(
            Money goods,
            Money delivery,
            Money tax,
            Money total,
            BigDecimal percent,
            boolean included,
            Money deliveryTax) {
        public Money net() {
            return total.minus(tax);
        }
    }

    /** How a parcel is followed; each may be empty. */
    public record Tracking(String carrier, String number, String url) {
        public static final Tracking NONE = new Tracking("", "", "");
    }

    /**
     * Some pieces of one variant.
     *
     * @param tax the part of the order's tax that is on this line
     */
    public record Line(
            UUID variant,
            UUID product,
            String handle,
            String title,
            List<String> options,
            @Nullable String sku,
            Money price,
            int quantity,
            Money tax) {
        public Line {
            options = List.copyOf(options);
        }

        public Money total() {
            return price.times(quantity);
        }

        /** With what tells it from the others of its product: {@code Lamp (Opal / 20 cm)}. */
        public String name() {
            return options.isEmpty() ? title : title + " (" + String.join(" / ", options) + ")";
        }
    }

    /** What can happen to an order. */
    public enum Happening {
        PLACED("place"),
        PAID("pay"),
        FULFILLED("fulfil"),
        CANCELLED("cancel"),
        NOTE("note");

        private final String verb;

        Happening(String verb) {
            this.verb = verb;
        }

        /** As the audit log calls it. */
        String action() {
            return "order." + verb;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Something that happened.
     *
     * @param person who of the staff did it; empty: the shopper
     * @param detail a note's text, a tracking number; often empty
     */
    public record Event(Instant at, Happening kind, String person, String detail) {}

    public boolean isPaid() {
        return paidAt.isPresent();
    }

    public boolean isFulfilled() {
        return fulfilledAt.isPresent();
    }

    public boolean isCancelled() {
        return cancelledAt.isPresent();
    }

    /** As its shopper may see it: without what staff note for themselves, and without their names. */
    OrderView forShopper() {
        return new OrderView(
                id,
                number,
                name,
                secret,
                email,
                phone,
                shipTo,
                billTo,
                delivery,
                payment,
                sums,
                paidAt,
                fulfilledAt,
                cancelledAt,
                restocked,
                tracking,
                lines,
                events.stream()
                        .filter(event -> event.kind() != Happening.NOTE)
                        .map(event -> new Event(event.at(), event.kind(), "", event.detail()))
                        .toList(),
                version,
                placedAt);
    }
}
