package com.dainostore.tenancy.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryTest {
    @Test
    void restsGrowUpToTenMinutes() {
        assertThat(IntStream.rangeClosed(1, 7).mapToObj(Retry::after).map(Duration::toSeconds))
                .containsExactly(1L, 5L, 30L, 120L, 600L, 600L, 600L);
    }
}
