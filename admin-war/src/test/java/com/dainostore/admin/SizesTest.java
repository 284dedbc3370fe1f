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
        "1434, 1.4 KB",
        "10485760, 10 MB",
        "9223372036854775807, 8388608 TB"
    })
    void saysHowMuchItIs(long bytes, String words) {
        assertThat(new Sizes().words(bytes)).isEqualTo(words);
    }
}
