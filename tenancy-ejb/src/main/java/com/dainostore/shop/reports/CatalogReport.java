package com.dainostore.shop.reports;

import com.dainostore.shop.money.Money;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stock and prices of all products that are not archived, by vendor and type.
 *
 * @param complete false where there are more groups than a report shows
 */
public record CatalogReport(List<Line> lines, boolean complete) {
    private static final String HEAD =
            "vendor,type,products,variants,sold out,pieces,stock value,lowest price,highest price,currency\r\n";

    public CatalogReport {
        lines = List.copyOf(lines);
    }

    /**
     * One vendor's goods of one type.
     *
     * @param vendor empty where products name none, as is {@code type}
     * @param soldOut variants of which none is left
     * @param pieces on hand; what is owed already counts for nothing
     * @param value of these pieces at their prices
     */
    public record Line(
            String vendor,
            String type,
            long products,
            long variants,
            long soldOut,
            long pieces,
            Money value,
            Money lowest,
            Money highest) {

        private String csv() {
            return Stream.of(
                            cell(vendor),
                            cell(type),
                            String.valueOf(products),
                            String.valueOf(variants),
                            String.valueOf(soldOut),
                            String.valueOf(pieces),
                            value.toMajor().toPlainString(),
                            lowest.toMajor().toPlainString(),
                            highest.toMajor().toPlainString(),
                            value.currency())
                    .collect(Collectors.joining(",", "", "\r\n"));
        }
    }

    /** The report as a table for spreadsheets (RFC 4180). What they would take for a formula becomes a text. */
    public String csv() {
        return lines.stream().map(Line::csv).collect(Collectors.joining("", HEAD, ""));
    }

    static String cell(String text) {
        String defused = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + defused.replace("\"", "\"\"") + '"';
    }
}
