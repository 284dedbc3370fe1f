package com.dainostore.shop.imports;

import com.google.common.base.Splitter;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file (RFC 4180) one after the other, in bounded memory. Where one is damaged it says so and goes on at the
 * next line, so that what a stray quote swallows comes to light again.
 */
final class CsvFile {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    /** What one row can be at most; a quote that is never closed would otherwise take in all that follows. */
    private static final int LONGEST_ROW = 2 * 1024 * 1024;

    private static final int LONGEST_HEADER = 256 * 1024;
    private static final int MOST_COLUMNS = 1_000;

    /** How much is read a second time at most in search of good rows behind damaged ones. */
    private static final long MOST_AGAIN = 64L * 1024 * 1024;

    private static final String NO_PRODUCTS =
            "This is no file of products: its first line names neither a column Handle (or URL handle) nor a column Title.";

    private final Lines lines;
    private final char separator;
    private final List<String> header;
    private @Nullable Iterator<CsvRecord> records;

    /** A row, or what became of one. */
    sealed interface Piece permits Row, Damage {}

    /** @param line the number of the line that it begins in, from 1 */
    record Row(long line, List<String> cells) implements Piece {
        Row {
            cells = List.copyOf(cells);
        }
    }

    /** @param start the first cells of the damaged row, as far as they can be made out */
    record Damage(long line, List<String> start, String reason) implements Piece {
        Damage {
            start = List.copyOf(start);
        }
    }

    private CsvFile(Lines lines, char separator, List<String> header) {
        this.lines = lines;
        this.separator = separator;
        this.header = List.copyOf(header);
    }

    /** Reads the header and tells the separator from it. */
    static CsvFile open(Reader text) throws IOException {
        Lines lines = new Lines(text);
        String first = lines.line(LONGEST_HEADER);
        if (first.toLowerCase(Locale.ROOT).matches("\"?sep=.\"?")) {
            first = lines.line(LONGEST_HEADER);
        }
        char best = ',';
        List<String> header = List.of();
        for (char separator : SEPARATORS) {
            List<String> names = names(first, separator);
            if (Columns.known(names) > Columns.known(header)) {
                best = separator;
                header = names;
            }
        }
        if (header.size() > MOST_COLUMNS || !Columns.ofProducts(header)) {
            throw new UnreadableFileException(NO_PRODUCTS);
        }
        return new CsvFile(lines, best, header);
    }

    private static List<String> names(String line, char separator) {
        try {
            return line.isEmpty()
                    ? List.of()
                    : reader(separator).ofSingleCsvRecord(line).getFields().stream()
                            .map(Cells::clean)
                            .toList();
        } catch (CsvParseException e) {
            return List.of();
        }
    }

    private static CsvReaderBuilder reader(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_ROW);
    }

    char separator() {
        return separator;
    }

    /** The names of the columns as they are written. */
    List<String> header() {
        return header;
    }

    /** The next row or damage; empty at the end of the file. Rows without any content are passed over. */
    Optional<Piece> next() {
        while (true) {
            Optional<Piece> piece = read(lines.next());
            boolean blank = piece.isPresent()
                    && piece.get() instanceof Row row
                    && row.cells().stream().allMatch(String::isEmpty);
            if (!blank) {
                return piece;
            }
        }
    }

    private Optional<Piece> read(long line) {
        try {
            Iterator<CsvRecord> reading = records;
            if (reading == null) {
                reading = reader(separator).ofCsvRecord(lines).iterator();
                records = reading;
            }
            if (!reading.hasNext()) {
                return Optional.empty();
            }
            List<String> cells = reading.next().getFields();
            if (cells.size() == header.size() || cells.stream().allMatch(String::isBlank)) {
                lines.take();
                return Optional.of(
                        new Row(line, cells.stream().map(Cells::clean).toList()));
            }
            return Optional.of(damage(
                    line,
                    "This row has %d cells where the header names %d columns.".formatted(cells.size(), header.size())));
        } catch (CsvParseException e) {
            return Optional.of(damage(line, reason(e)));
        } catch (UncheckedIOException e) {
            throw new UnreadableFileException("The file could not be read to its end.");
        }
    }

    private Damage damage(long line, String reason) {
        List<String> start = start(lines.beginning());
        lines.takeFirst();
        records = null;
        if (lines.again() > MOST_AGAIN) {
            throw new UnreadableFileException(
                    "Too much of this file is damaged: line " + line + " is the last that was looked at.");
        }
        return new Damage(line, start, reason);
    }

    private List<String> start(String text) {
        return Splitter.on(separator).splitToStream(text).map(Cells::clean).toList();
    }

    private static String reason(CsvParseException e) {
        String text = String.valueOf(e.getMessage())
                + (e.getCause() == null ? "" : " " + e.getCause().getMessage());
        return text.contains("nclosed") || text.contains("buffer")
                ? "A quote is opened in this row and never closed."
                : "A quote within a cell of this row is not doubled: write \"\" for a quote within quotes.";
    }
}
