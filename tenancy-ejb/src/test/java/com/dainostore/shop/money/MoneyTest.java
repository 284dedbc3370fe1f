package com.dainostore.shop.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "EUR, en, 123450, '€1,234.50'",
        "EUR, de, 123450, '1.234,50 €'",
        "EUR, de-CH, 123450, 'EUR 1’234.50'",
        "USD, en-US, 5, '$0.05'",
        "JPY, ja-JP, 1250, '￥1,250'",
        "JPY, en, 1250, '¥1,250'",
        "KWD, en, 1250, 'KWD1.250'",
        "EUR, en, -990, '-€9.90'",
    })
    void anAmountIsWrittenAsItsLanguageDoes(String currency, String language, long amount, String text) {
        String written = new Money(amount, currency).format(Locale.forLanguageTag(language));

        assertThat(written.replaceAll("[\\h]", "")).isEqualTo(text.replace(" ", ""));
    }

    @ParameterizedTest
    @CsvSource({"EUR, 12.5, 1250", "EUR, 12, 1200", "JPY, 1250, 1250", "KWD, 1.25, 1250", "EUR, -0.01, -1"})
    void aPriceAsPeopleWriteItIsExact(String currency, BigDecimal written, long amount) {
        Money money = Money.of(written, currency);

        assertThat(money).isEqualTo(new Money(amount, currency));
        assertThat(money.toMajor()).isEqualByComparingTo(written);
    }

    @ParameterizedTest
    @CsvSource({"EUR, 0.001", "JPY, 0.5", "KWD, 1.2345", "EUR, 1e18"})
    void anAmountThatTheCurrencyCannotHoldIsRefused(String currency, BigDecimal written) {
        assertThatThrownBy(() -> Money.of(written, currency)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void amountsOfOneCurrencyAddUp() {
        Money price = new Money(1_990, "EUR");

        assertThat(price.plus(new Money(10, "EUR"))).isEqualTo(new Money(2_000, "EUR"));
        assertThat(price.minus(new Money(2_000, "EUR"))).isEqualTo(new Money(-10, "EUR"));
        assertThat(price.times(3)).isEqualTo(new Money(5_970, "EUR"));
        assertThat(price).isLessThan(new Money(1_991, "EUR"));
    }

    @Test
    void amountsOfTwoCurrenciesNeverMix() {
        Money euros = new Money(1, "EUR");
        Money yen = new Money(1, "JPY");

        assertThatThrownBy(() -> euros.plus(yen)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> euros.minus(yen)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> euros.compareTo(yen)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAmountNeverOverflows() {
        Money most = new Money(Long.MAX_VALUE, "EUR");

        assertThatThrownBy(() -> most.plus(new Money(1, "EUR"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({"eur", "EURO", "ABC", "XAU", "''"})
    void onlyCurrenciesThatPricesCanHaveAreTaken(String currency) {
        assertThatThrownBy(() -> new Money(1, currency)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherCurrencyIsRoundedToWhatCanBePaidInIt() {
        Money price = new Money(1_999, "EUR");
        assertThat(price.at(new BigDecimal("1.0832"), "USD")).isEqualTo(new Money(2_165, "USD"));
        assertThat(price.at(new BigDecimal("163.5"), "JPY")).isEqualTo(new Money(3_268, "JPY"));
        assertThat(price.at(new BigDecimal("0.333"), "KWD")).isEqualTo(new Money(6_657, "KWD"));
        assertThat(new Money(1, "EUR").at(new BigDecimal("0.5"), "USD")).isEqualTo(new Money(1, "USD"));
    }
}
