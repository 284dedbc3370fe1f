package com.dainostore.tenancy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundedEntriesTest {
    private final AtomicLong now = new AtomicLong();
    private final BoundedEntries entries = new BoundedEntries(now::get);

    @Test
    void theSameIsWrittenDownOnceAMinute() {
        assertThat(entries.admit("a", "x")).isTrue();
        assertThat(entries.admit("a", "x")).isFalse();
        assertThat(entries.admit("a", "y")).isTrue();
        assertThat(entries.admit("b", "x")).isTrue();

        now.addAndGet(Duration.ofSeconds(61).toNanos());
        assertThat(entries.admit("a", "x")).isTrue();
    }

    @Test
    void manyWhoSayDifferentThingsFillNoLogEither() {
        long admitted =
                IntStream.range(0, 5_000).filter(one -> entries.admit("a", one)).count();

        assertThat(admitted).isEqualTo(BoundedEntries.MOST_A_MINUTE);
        assertThat(entries.admit("b", 1)).isTrue();
        now.addAndGet(Duration.ofSeconds(61).toNanos());
        assertThat(entries.admit("a", "later")).isTrue();
    }
}
