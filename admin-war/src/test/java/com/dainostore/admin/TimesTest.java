package com.dainostore.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT0S, just now",
        "PT9S, just now",
        "PT10S, 10 seconds ago",
        "PT1M, 1 minute ago",
        "PT59M, 59 minutes ago",
        "PT1H, 1 hour ago",
        "P1D, 1 day ago",
        "P30D, 30 days ago",
        "P31D, 24 Oct 2026",
        "PT-2M, in 2 minutes",
    })
    void aDistanceIsToldInTheLargestUnit(Duration ago, String words) {
        assertThat(Times.relative(NOW.minus(ago), NOW, ZoneOffset.UTC)).isEqualTo(words);
    }
}
