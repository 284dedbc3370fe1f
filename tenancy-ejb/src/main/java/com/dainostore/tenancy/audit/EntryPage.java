package com.dainostore.tenancy.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some entries, the newest first.
 *
 * @param nextCursor where the next page begins, or null when there is none
 */
public record EntryPage(List<Entry> entries, @Nullable String nextCursor) {
    public EntryPage {
        entries = List.copyOf(entries);
    }
}
