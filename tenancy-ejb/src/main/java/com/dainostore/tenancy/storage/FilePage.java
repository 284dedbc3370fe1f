package com.dainostore.tenancy.storage;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One page of files, newest first.
 *
 * @param next what the next page comes after, or null on the last one
 */
public record FilePage(List<StoredFile> files, @Nullable UUID next) {
    public FilePage {
        files = List.copyOf(files);
    }
}
