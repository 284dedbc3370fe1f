package com.dainostore.shop.imports;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real files of merchants, which are no part of the project: {@code -Dshopify.samples=DIR}. Where they are absent tests are skipped. */
final class Samples {
    private static final Path FOLDER = Path.of(System.getProperty("shopify.samples", "../../shared/data/shopify"))
            .toAbsolutePath();

    private Samples() {}

    static Path file(String name) {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.isReadable(file), "There is no " + file);
        return file;
    }
}
