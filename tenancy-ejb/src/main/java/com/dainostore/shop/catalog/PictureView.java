package com.dainostore.shop.catalog;

import com.dainostore.tenancy.storage.FileContent;
import com.dainostore.tenancy.storage.StoredFile;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a product. Within the product its file tells it from the others.
 *
 * @param name of the file
 * @param width in pixels, as is {@code height}
 * @param alt what it shows, for those who do not see it; empty where nobody has said so
 * @param source the address or name that it was imported from, or null
 */
public record PictureView(
        UUID file,
        String name,
        int width,
        int height,
        String alt,
        @Nullable String source) {

    /** Where everybody sees it, on the host of the store; with {@code ?w=} in another width. */
    public String path() {
        return StoredFile.path(file, name);
    }

    /** The widths that it comes in besides its own, the smallest first. */
    public List<Integer> widths() {
        return FileContent.WIDTHS.stream().filter(other -> other < width).toList();
    }
}
