package com.dainostore.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1023, 1023 bytes",
        "1024, 1 KB",
        "1536, 1.5 KB",
        "20971520, 20 MB",
        "12900000, 12 MB",
        "10737418240, 10 GB",
        "5000000000000, 4.5 TB"
    })
    void sizesAreShort(long bytes, String words) {
        assertThat(new Sizes().words(bytes)).isEqualTo(words);
    }
}
