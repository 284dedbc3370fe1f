package com.dainostore.admin.merchant;

import com.dainostore.tenancy.storage.StoredFile;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a product as its form shows it.
 *
 * @param path empty where the file is gone
 */
public record PictureRow(UUID file, String name, String path, String alt) {
    static PictureRow of(PicturesForm.Picture picture, @Nullable StoredFile file) {
        return new PictureRow(
                picture.file(),
                file == null ? "A picture that is gone" : file.name(),
                file == null ? "" : file.path(),
                picture.alt());
    }
}
