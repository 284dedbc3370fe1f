package com.dainostore.tenancy.storage;

import java.util.List;

/**
 * One page of the files that {@link FindFiles} asks for.
 *
 * @param total how many there are on all pages
 */
public record FoundFiles(List<StoredFile> files, long total) {
    public FoundFiles {
        files = List.copyOf(files);
    }

    public int pages() {
        return (int) Math.max(1, (total + FindFiles.SIZE - 1) / FindFiles.SIZE);
    }
}
