package com.dainostore.tenancy.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ChangelogTest {

    @Test
    void theVersionIsTheNameOfTheLastChange() throws IOException {
        String root = new String(
                ChangelogTest.class
                        .getClassLoader()
                        .getResourceAsStream("db/store/changelog.xml")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        String last = Pattern.compile("file=\"([^\"]+)\\.sql\"")
                .matcher(root)
                .results()
                .reduce((first, second) -> second)
                .orElseThrow()
                .group(1);

        assertThat(Changelog.ofStore().version()).isEqualTo(last);
    }

    @Test
    void everyKindOfDatabaseHasItsOwnChecksum() {
        assertThat(Changelog.ofStore().checksum())
                .hasSize(64)
                .isNotEqualTo(Changelog.ofRegistry().checksum());
    }
}
