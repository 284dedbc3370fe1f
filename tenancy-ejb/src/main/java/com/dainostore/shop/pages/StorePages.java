package com.dainostore.shop.pages;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pages of one store: its newest edition. */
final class StorePages {
    /** What the memory for pages costs without any. */
    private static final int OVERHEAD = 4_096;

    private volatile @Nullable Edition newest;

    /** The edition that shows this catalog in this look. */
    Edition edition(UUID catalog, Object look, long waitMillis) {
        Edition edition = newest;
        return edition != null && edition.isOf(catalog, look) ? edition : next(catalog, look, waitMillis);
    }

    private synchronized Edition next(UUID catalog, Object look, long waitMillis) {
        Edition edition = newest;
        if (edition == null || !edition.isOf(catalog, look)) {
            edition = new Edition(catalog, look, KeptPages.MOST_BYTES_OF_STORE, waitMillis);
            newest = edition;
        }
        return edition;
    }

    Optional<Edition> edition() {
        return Optional.ofNullable(newest);
    }

    int weight() {
        Edition edition = newest;
        return OVERHEAD + (edition == null ? 0 : Math.toIntExact(edition.bytes()));
    }
}
