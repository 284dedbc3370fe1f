package com.dainostore.tenancy.storage;

import com.dainostore.tenancy.scope.Refusal;

/** A file that is not kept, and what could be sent in its place. */
public final class FileRefusedException extends Refusal {
    private static final long serialVersionUID = 1L;

    private FileRefusedException(String type, int status, String message) {
        super(type, status, message);
    }

    static FileRefusedException tooLarge(long mostBytes) {
        return new FileRefusedException(
                "too-large", 413, "This file is too large: send at most " + mostBytes / (1024 * 1024) + " MB.");
    }

    static FileRefusedException tooManyPixels() {
        return new FileRefusedException(
                "too-large",
                413,
                "This picture has too many pixels: send at most %d megapixels, with sides of at most %d pixels."
                        .formatted(FileBounds.PICTURE_PIXELS / 1_000_000, FileBounds.PICTURE_SIDE));
    }

    static FileRefusedException noRoom() {
        return new FileRefusedException(
                "quota-exceeded",
                413,
                "All files of this shop together can be %d GB, and this one would be too much. Delete some first."
                        .formatted(FileBounds.STORE_BYTES / (1024L * 1024 * 1024)));
    }

    static FileRefusedException empty() {
        return new FileRefusedException("empty-file", 422, "This file is empty.");
    }

    static FileRefusedException brokenOff() {
        return new FileRefusedException("bad-request", 400, "The file broke off before its end. Send it again.");
    }

    static FileRefusedException noPicture() {
        return new FileRefusedException(
                "unsupported-media-type", 415, "This is not a picture that can be shown. Send JPEG, PNG or GIF.");
    }

    static FileRefusedException brokenPicture() {
        return new FileRefusedException(
                "unreadable-picture", 422, "This picture cannot be read. Save it again as JPEG or PNG and send that.");
    }
}
