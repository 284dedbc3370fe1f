package com.dainostore.admin.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.shop.money.Money;
import com.dainostore.shop.orders.Sales;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalesChartTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    @ParameterizedTest
    @CsvSource({
        "0, EUR, 100",
        "1, EUR, 100",
        "100, EUR, 100",
        "101, EUR, 200",
        "12345, EUR, 20000",
        "50001, EUR, 100000",
        "0, JPY, 1",
        "7, JPY, 10",
        "2001, KWD, 5000"
    })
    void theTopIsTheNextRoundAmount(long amount, String currency, long top) {
        assertThat(SalesChart.above(new Money(amount, currency))).isEqualTo(new Money(top, currency));
    }

    @Test
    void barsAreAsHighAsTheirAmounts() {
        SalesChart chart = SalesChart.of(List.of(day(0, 0), day(1, 5000), day(2, 10_000)));
        assertThat(chart.top()).isEqualTo(new Money(10_000, "EUR"));
        assertThat(chart.bars()).extracting(SalesChart.Bar::height).containsExactly("0.00", "50.00", "100.00");
        assertThat(chart.bars()).extracting(SalesChart.Bar::y).containsExactly("100.00", "50.00", "0.00");
        assertThat(chart.bars()).extracting(SalesChart.Bar::x).containsExactly(0, 10, 20);
        assertThat(chart.newestFirst().get(0).label()).isEqualTo("29 Nov");
    }

    private static Sales.Day day(int later, long amount) {
        return new Sales.Day(DAY.plusDays(later), amount == 0 ? 0 : 1, new Money(amount, "EUR"));
    }
}
