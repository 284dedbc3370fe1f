package com.dainostore.shop.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

    @Test
    void aLaterIdSortsBehindAnEarlierOne() {
        assertThat(TimeOrderedIds.at(1_700_000_000_001L).toString())
                .isGreaterThan(TimeOrderedIds.at(1_700_000_000_000L).toString());
    }

    @Test
    void anIdThatIsMadeAMicrosecondLaterSortsBehind() {
        Instant moment = Instant.parse("2026-05-31T12:00:00.000100Z");
        List<String> ids = IntStream.range(0, 900)
                .mapToObj(micros ->
                        TimeOrderedIds.at(moment.plusNanos(micros * 1_000L)).toString())
                .toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void anIdIsOfVersionSevenAndTheStandardVariant() {
        UUID id = TimeOrderedIds.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void twoIdsOfOneMomentDiffer() {
        assertThat(TimeOrderedIds.at(1)).isNotEqualTo(TimeOrderedIds.at(1));
    }
}
