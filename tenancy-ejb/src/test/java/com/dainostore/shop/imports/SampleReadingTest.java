package com.dainostore.shop.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.dainostore.shop.imports.CsvFile.Piece;
import com.dainostore.shop.imports.CsvFile.Row;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleReadingTest {

    @ParameterizedTest
    @CsvSource({
        "shopifypartners-apparel.csv, 46, 22, 20, 22, 20",
        "shopifypartners-jewelery.csv, 46, 41, 20, 23, 41",
        "new-format-57col-sahra.csv, 57, 24, 3, 24, 6",
        "mrkowsik-products-26metafields.csv, 82, 604, 106, 549, 536",
        "manduong-products-windows1252.csv, 63, 460, 23, 460, 0"
    })
    void realFilesHaveWhatAnyReaderFindsInThem(
            String name, int columns, int rows, int products, int variants, int images) throws IOException {
        Path path = Samples.file(name);
        Charset charset;
        try (InputStream in = Files.newInputStream(path)) {
            charset = TextEncoding.detect(in);
        }
        Map<String, List<Row>> byHandle = new LinkedHashMap<>();
        int read = 0;
        try (InputStream in = Files.newInputStream(path)) {
            CsvFile file = CsvFile.open(TextEncoding.read(in, charset));
            Columns meaning = Columns.of(file.header());
            assertThat(file.header()).hasSize(columns);
            for (Optional<Piece> piece = file.next(); piece.isPresent(); piece = file.next()) {
                Row row = (Row) piece.get();
                read++;
                byHandle.computeIfAbsent(
                                meaning.values(row.cells()).getOrDefault("handle", ""), handle -> new ArrayList<>())
                        .add(row);
            }
            List<ImportedProduct> found = byHandle.entrySet().stream()
                    .map(entry -> ImportedProduct.of(entry.getKey(), meaning, file.header(), entry.getValue()))
                    .toList();
            assertThat(read).isEqualTo(rows);
            assertThat(found).hasSize(products);
            assertThat(found.stream()
                            .mapToInt(product -> product.variants().size())
                            .sum())
                    .isEqualTo(variants);
            assertThat(found.stream()
                            .mapToInt(product -> product.pictures().size())
                            .sum())
                    .isEqualTo(images);
        }
    }
}
