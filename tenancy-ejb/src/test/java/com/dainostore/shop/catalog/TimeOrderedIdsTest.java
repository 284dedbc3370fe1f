package com.dainostore.shop.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

    @Test
    void aLaterIdSortsBehindAnEarlierOne() {
        assertThat(TimeOrderedIds.at(1_700_000_000_001L).toString())
                .isGreaterThan(TimeOrderedIds.at(1_700_000_000_000L).toString());
    }

    @Test
    void manyIdsOfOneMomentSortInTheOrderOfTheirMaking() {
        List<String> ids = Stream.generate(TimeOrderedIds::next)
                .limit(20_000)
                .map(UUID::toString)
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
