package com.dainostore.shop.orders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Orders as a table for spreadsheets (RFC 4180). What they would take for a formula becomes a text. */
final class OrderTable {
    private static final String HEAD =
            "order,placed,state,payment,paid,customer,email,country,pieces,delivery,tax,total,currency\r\n";

    private final Writer out;

    OrderTable(Writer out) {
        this.out = out;
        write(HEAD);
    }

    void add(OrderPage.Row row) {
        write(Stream.of(
                        cell(row.name()),
                        row.placedAt().toString(),
                        row.cancelled() ? "cancelled" : row.fulfilled() ? "fulfilled" : "open",
                        row.payment().code(),
                        row.paid() ? "yes" : "no",
                        cell(row.customer()),
                        cell(row.email()),
                        row.country(),
                        String.valueOf(row.pieces()),
                        row.delivery().toMajor().toPlainString(),
                        row.tax().toMajor().toPlainString(),
                        row.total().toMajor().toPlainString(),
                        row.total().currency())
                .collect(Collectors.joining(",", "", "\r\n")));
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String cell(String text) {
        String defused = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + defused.replace("\"", "\"\"") + '"';
    }
}
