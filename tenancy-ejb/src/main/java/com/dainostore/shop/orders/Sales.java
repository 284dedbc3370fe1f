package com.dainostore.shop.orders;

import com.dainostore.shop.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a store has sold lately, cancelled orders left out.
 *
 * @param days each day of the time asked for, the oldest first, in the time zone of the store; the last one is today
 * @param best what sold most pieces, the most first
 */
public record Sales(List<Day> days, List<Best> best) {
    public Sales {
        days = List.copyOf(days);
        best = List.copyOf(best);
    }

    /** @param total what its orders come to, with delivery and tax */
    public record Day(LocalDate date, long orders, Money total) {}

    /** @param total what its pieces cost, as the shop showed it */
    public record Best(UUID product, String title, long pieces, Money total) {}

    public long orders() {
        return days.stream().mapToLong(Day::orders).sum();
    }

    public Money total() {
        return days.stream().map(Day::total).reduce(Money::plus).orElseThrow();
    }
}
