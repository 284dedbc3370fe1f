package com.dainostore.admin.merchant;

import com.dainostore.shop.money.Money;
import com.dainostore.shop.orders.Sales;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Sales by day as bars. The drawing is as wide as ten units a day and a hundred high, whatever the amounts.
 *
 * @param bars one for each day, the oldest first
 * @param top the amount that a bar of the full height stands for
 */
public record SalesChart(List<Bar> bars, Money top) {
    static final int STEP = 10;
    static final int HIGH = 100;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    public SalesChart {
        bars = List.copyOf(bars);
    }

    /**
     * A day.
     *
     * @param x where it begins, from the left
     * @param y where its top is, from above
     */
    public record Bar(LocalDate date, String label, long orders, Money total, int x, String y, String height) {}

    static SalesChart of(List<Sales.Day> days) {
        Money most = days.stream().map(Sales.Day::total).max(Money::compareTo).orElseThrow();
        Money top = above(most);
        List<Bar> bars = new ArrayList<>();
        for (Sales.Day day : days) {
            BigDecimal height = BigDecimal.valueOf(day.total().amount())
                    .multiply(BigDecimal.valueOf(HIGH))
                    .divide(BigDecimal.valueOf(top.amount()), 2, RoundingMode.HALF_UP);
            bars.add(new Bar(
                    day.date(),
                    DAY.format(day.date()),
                    day.orders(),
                    day.total(),
                    bars.size() * STEP,
                    BigDecimal.valueOf(HIGH).subtract(height).toPlainString(),
                    height.toPlainString()));
        }
        return new SalesChart(bars, top);
    }

    /** The next round amount: one, two or five and nothing but noughts, and at least one of the major unit. */
    static Money above(Money amount) {
        long unit = Money.of(BigDecimal.ONE, amount.currency()).amount();
        BigDecimal wanted = BigDecimal.valueOf(Math.max(amount.amount(), unit));
        BigDecimal power = BigDecimal.valueOf(unit);
        while (true) {
            for (int step : new int[] {1, 2, 5}) {
                BigDecimal round = power.multiply(BigDecimal.valueOf(step));
                if (round.compareTo(wanted) >= 0) {
                    return new Money(round.longValueExact(), amount.currency());
                }
            }
            power = power.movePointRight(1);
        }
    }

    public int width() {
        return bars.size() * STEP;
    }

    /** The days as a table has them. */
    public List<Bar> newestFirst() {
        List<Bar> turned = new ArrayList<>(bars);
        Collections.reverse(turned);
        return turned;
    }
}
