package com.dainostore.shop.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dainostore.shop.imports.CsvFile.Damage;
import com.dainostore.shop.imports.CsvFile.Piece;
import com.dainostore.shop.imports.CsvFile.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsvFileTest {

    @Test
    void rowsKnowTheLineThatTheyBeginIn() {
        assertThat(pieces("Handle,Title\na,\"A\nover two\"\r\n\r\nb,B"))
                .containsExactly(row(2, "a", "A\nover two"), row(5, "b", "B"));
    }

    @Test
    void theSeparatorIsTheOneThatMakesSenseOfTheHeader() throws IOException {
        assertThat(CsvFile.open(new StringReader("Handle;Title;Body (HTML)\n")).separator())
                .isEqualTo(';');
        assertThat(CsvFile.open(new StringReader("sep=;\nHandle;Title\n")).header())
                .containsExactly("Handle", "Title");
        assertThat(CsvFile.open(new StringReader("URL handle\tTitle\n")).separator())
                .isEqualTo('\t');
        assertThat(pieces("Handle;Title\na;\"A, B; C\"")).containsExactly(row(2, "a", "A, B; C"));
    }

    @Test
    void aFileOfOtherThingsIsRefused() {
        assertThatThrownBy(() -> pieces("Name,Email\nx,y")).isInstanceOf(UnreadableFileException.class);
        assertThatThrownBy(() -> pieces("")).isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void aQuoteThatIsNotDoubledDamagesItsRowAndNoOther() {
        List<Piece> pieces = pieces("Handle,Title,Vendor\na,A,X\nb,\"<p class=\"x\">\",X\nc,C,X\n");

        assertThat(pieces).hasSize(3).contains(row(2, "a", "A", "X"), row(4, "c", "C", "X"));
        assertThat(pieces.get(1)).isInstanceOfSatisfying(Damage.class, damage -> {
            assertThat(damage.line()).isEqualTo(3);
            assertThat(damage.start()).startsWith("b");
            assertThat(damage.reason()).contains("not doubled");
        });
    }

    @Test
    void aQuoteThatSwallowsTheRowsBehindItGivesThemBack() {
        List<Piece> pieces = pieces("Handle,Title\na,\"12\" plate\"\nb,\"B\nb\"\nc,C\n");

        assertThat(pieces).hasSize(3).contains(row(3, "b", "B\nb"), row(5, "c", "C"));
        assertThat(pieces.get(0)).isInstanceOf(Damage.class);
    }

    @Test
    void aQuoteThatIsNeverClosedGivesTheRestBack() {
        List<Piece> pieces = pieces("Handle,Title\na,\"open\nb,B\nc,C\n");

        assertThat(pieces).hasSize(3).contains(row(3, "b", "B"), row(4, "c", "C"));
        assertThat(pieces.get(0)).isInstanceOfSatisfying(Damage.class, damage -> assertThat(damage.reason())
                .contains("never closed"));
    }

    @Test
    void aRowOfAnotherLengthIsDamaged() {
        List<Piece> pieces = pieces("Handle,Title,Vendor\na,A\nb,B,X,Y\nc,C,X\n");

        assertThat(pieces).hasSize(3).contains(row(4, "c", "C", "X"));
        assertThat(pieces.get(1)).isInstanceOfSatisfying(Damage.class, damage -> {
            assertThat(damage.start()).containsExactly("b", "B", "X", "Y");
            assertThat(damage.reason()).isEqualTo("This row has 4 cells where the header names 3 columns.");
        });
    }

    @Test
    void quotesWithinPlainCellsAreLetters() {
        assertThat(pieces("Handle,Title\na,12\" plate\n")).containsExactly(row(2, "a", "12\" plate"));
    }

    @Test
    void aFileThatIsMadeToBeReadAgainAndAgainIsGivenUp() {
        StringBuilder text = new StringBuilder("Handle,Title\n");
        for (int i = 0; i < 60_000; i++) {
            text.append("x\",\"").append("z".repeat(40)).append('\n');
        }

        assertThatThrownBy(() -> pieces(text.toString()))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void theEncodingFollowsFromMarkAndContent() throws IOException {
        String text = "Handle,Title\nä,Grüße – 12 €\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, TextEncoding.WINDOWS)) {
            assertThat(decoded(text.getBytes(charset))).isEqualTo(text);
        }
        assertThat(decoded(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
        assertThat(decoded(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(text);
        assertThat(decoded(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE)))
                .isEqualTo(text);
        String long8 = ("x" + "ä€😀".repeat(50_000));
        assertThat(decoded(long8.getBytes(StandardCharsets.UTF_8))).isEqualTo(long8);
        assertThat(TextEncoding.detect(
                        new ByteArrayInputStream(("ä".repeat(100_000) + "x").getBytes(TextEncoding.WINDOWS))))
                .isEqualTo(TextEncoding.WINDOWS);
    }

    private static String decoded(byte[] bytes) throws IOException {
        Charset charset = TextEncoding.detect(new ByteArrayInputStream(bytes));
        StringBuilder text = new StringBuilder();
        try (var reader = TextEncoding.read(new ByteArrayInputStream(bytes), charset)) {
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    private static Row row(long line, String... cells) {
        return new Row(line, List.of(cells));
    }

    private static List<Piece> pieces(String text) {
        try {
            CsvFile file = CsvFile.open(new StringReader(text));
            List<Piece> pieces = new ArrayList<>();
            for (Optional<Piece> piece = file.next(); piece.isPresent(); piece = file.next()) {
                pieces.add(piece.get());
            }
            return pieces;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
