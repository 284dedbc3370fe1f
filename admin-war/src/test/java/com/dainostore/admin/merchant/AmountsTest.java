package com.dainostore.admin.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.shop.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12.50|EUR|1250",
                "12,5|EUR|1250",
                " 12 |EUR|1200",
                "12.500|EUR|1250",
                "0|EUR|0",
                "300|JPY|300",
                "1.250|KWD|1250"
            })
    void anAmountIsReadAsItIsTyped(String text, String currency, long minor) {
        assertThat(Amounts.read(text, currency)).contains(new Money(minor, currency));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "12.505", "1,299.00", "1.299,00", "-1", "1e3", "€ 5", "12.", "99999999999999", "١٢"})
    void whatCannotBePaidIsNoAmount(String text) {
        assertThat(Amounts.read(text, "EUR")).isEmpty();
    }

    @Test
    void nobodyPaysPartsOfYen() {
        assertThat(Amounts.read("300.5", "JPY")).isEmpty();
        assertThat(Amounts.example("JPY")).contains("1250.");
    }
}
