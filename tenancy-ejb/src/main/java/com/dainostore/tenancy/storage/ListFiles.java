package com.dainostore.tenancy.storage;

import com.dainostore.tenancy.scope.ValidationException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one page of files, newest first.
 *
 * @param folder null for all
 * @param search what name or description must hold, or null
 * @param after the last file of the page before, or null for the first page
 * @param limit how many at most, 1 to 100
 */
public record ListFiles(
        @Nullable Folder folder,
        @Nullable String search,
        @Nullable UUID after,
        int limit) {
    public static final int MAX_LIMIT = 100;

    public ListFiles {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new ValidationException("limit", "Ask for 1 to " + MAX_LIMIT + " files at once.");
        }
    }
}
