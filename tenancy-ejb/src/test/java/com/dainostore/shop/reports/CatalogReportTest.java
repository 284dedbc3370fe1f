package com.dainostore.shop.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.shop.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogReportTest {

    @Test
    void amountsHaveTheDecimalsOfTheirCurrency() {
        CatalogReport report = new CatalogReport(
                List.of(
                        new CatalogReport.Line("Clay", "Bowl", 1, 2, 0, 7, eur(16_800), eur(2_400), eur(2_400)),
                        new CatalogReport.Line(
                                "", "", 1, 1, 1, 0, new Money(0, "JPY"), new Money(900, "JPY"), new Money(900, "JPY"))),
                true);

        assertThat(report.csv().lines().skip(1))
                .containsExactly("\"Clay\",\"Bowl\",1,2,0,7,168.00,24.00,24.00,EUR", "\"\",\"\",1,1,1,0,0,900,900,JPY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
    void whatASpreadsheetWouldTakeForAFormulaIsAText(String vendor) {
        assertThat(CatalogReport.cell(vendor)).startsWith("\"'");
    }

    @Test
    void quotesAndLinesStayInsideTheirCell() {
        assertThat(CatalogReport.cell("a \"b\"\nc,d")).isEqualTo("\"a \"\"b\"\"\nc,d\"");
    }

    private static Money eur(long cents) {
        return new Money(cents, "EUR");
    }
}
